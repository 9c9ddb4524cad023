import {
  IconBox,
  IconChartBar,
  IconClipboardList,
  IconHistory,
  IconLayoutDashboard,
  IconSettings,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react';

/** The product's sections in their order: message key, address, icon. */
export const sections = [
  { key: 'overview', href: '/', Icon: IconLayoutDashboard },
  { key: 'orders', href: '/orders', Icon: IconClipboardList },
  { key: 'clients', href: '/clients', Icon: IconUsers },
  { key: 'products', href: '/products', Icon: IconBox },
  { key: 'reports', href: '/reports', Icon: IconChartBar },
  { key: 'history', href: '/history', Icon: IconHistory },
] as const;

/** What stands below them, apart. */
export const otherSections = [
  { key: 'bin', href: '/bin', Icon: IconTrash },
  { key: 'settings', href: '/settings', Icon: IconSettings },
] as const;
