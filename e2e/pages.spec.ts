import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { signIn } from './office';

const paths = [
  '/',
  '/?period=today',
  '/orders',
  '/orders?q=ыыыыы',
  '/orders/2',
  '/orders/2/print',
  '/orders/2/print?form=waybill',
  '/orders/print?ids=1,2',
  '/orders/print?ids=none',
  '/orders/new',
  '/orders/2/edit',
  '/clients',
  '/clients/1',
  '/clients/new',
  '/clients/1/edit',
  '/clients/duplicates?by=name',
  '/clients/merge?main=1',
  '/clients/merge?main=1&other=2',
  '/clients/1/erase',
  '/past/clients/1',
  '/reports',
  '/reports/changes',
  '/reports/check',
  '/reports?group=status,manager&compare=year&status=Pending,Completed',
  '/reports?from=2001-01-01&to=2001-01-31',
  '/reports?from=2026-02-01&to=2026-01-01',
  '/reports/saved',
  '/reports/changes',
  '/reports/check',
  '/orders?q=bdfyjd&payment=unpaid&sum_from=1&status=Pending,Completed',
  '/orders/bulk?ids=1,2',
  '/clients/bulk?all=1&has_phone=1',
  '/bin',
  '/history',
  '/history/400/undo',
  '/past?what=orders&day=2026-01-15',
  '/past/orders/2',
  '/products',
  '/products?sort=-sold&unsold=1',
  '/products/1',
  '/products/new',
  '/products/1/edit',
  '/bin?of=products',
  '/imports',
  '/imports/new?entity=order',
  '/imports/new?entity=client&problem=not_a_table',
  '/orders?product_id=1',
  '/settings/organisation',
  '/settings/users',
  '/settings/users/new',
  '/settings/users/1',
  '/settings/profile',
  '/settings/sessions',
  '/settings/verification',
  '/nowhere',
];
const widths = [1440, 768, 360];

async function look(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  expect((await page.title()).length, `${path} has a title`).toBeGreaterThan(3);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(`${theme} theme`, () => {
    test.use({ colorScheme: theme });

    for (const width of widths) {
      test(`every page at ${width} px is whole and accessible`, async ({ page }) => {
        test.setTimeout(420_000);
        const wrong: string[] = [];
        page.on('console', (message) => {
          if (message.type() === 'error' && !message.text().includes('404')) wrong.push(`${page.url()}: ${message.text()}`);
        });
        page.on('pageerror', (error) => wrong.push(`${page.url()}: ${error.message}`));
        await page.setViewportSize({ width, height: 900 });
        await look(page, '/login');
        expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `/login ${id} ${nodes[0]?.html}`)).toEqual([]);
        await signIn(page);
        for (const path of paths) {
          await look(page, path);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(
            violations.map(
              ({ id, nodes }) =>
                `${path} ${id}: ${nodes
                  .map((node) => node.html)
                  .join(' ')
                  .slice(0, 300)}`,
            ),
          ).toEqual([]);
        }
        expect(wrong).toEqual([]);
      });
    }
  });
}

test('touch targets are 44 px on a phone', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL,
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 800 },
    locale: 'ru-RU',
  });
  const page = await context.newPage();
  await signIn(page);
  for (const path of [
    '/',
    '/orders/2/print',
    '/orders',
    '/orders/2',
    '/clients',
    '/orders/new',
    '/clients/duplicates?by=name',
    '/clients/merge?main=1&other=2',
    '/products',
    '/products/1',
    '/products/1/edit',
    '/reports',
    '/reports/saved',
    '/imports',
    '/imports/new',
    '/settings/organisation',
    '/settings/users/1',
    '/settings/profile',
    '/settings/sessions',
  ]) {
    await page.goto(path);
    const small = await page
      .locator('button:visible:not([aria-hidden]), nav a:visible, input:visible:not([type=radio]):not([type=checkbox]), select:visible')
      .evaluateAll((elements) =>
        elements
          .filter((element) => {
            const { width, height } = element.getBoundingClientRect();
            return width > 1 && height > 1 && (height < 44 || width < 44);
          })
          .map((element) => element.outerHTML.slice(0, 120)),
      );
    expect(small, path).toEqual([]);
  }
  await context.close();
});

test('an English visitor reads English alone', async ({ page }) => {
  await signIn(page);
  await page.getByLabel('test, Администратор').click();
  await page
    .getByRole('button', { name: /English/ })
    .first()
    .click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  for (const [path, heading] of [
    ['/', 'Overview'],
    ['/orders/2/print', 'Invoice'],
    ['/orders', 'Orders'],
    ['/clients', 'Clients'],
    ['/reports', 'Reports'],
    ['/history', 'History'],
    ['/products', 'Products'],
    ['/imports', 'Imports'],
    ['/imports/new?entity=order', 'Import orders'],
    ['/settings', 'Organisation'],
    ['/settings/users', 'Users and roles'],
    ['/settings/profile', 'Profile'],
    ['/settings/sessions', 'Sessions'],
    ['/settings/verification', 'Data check'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(heading);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  }
  await page.goto('/orders/new?client=1');
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await expect(page.locator('main')).not.toContainText('Обязательное');
});
