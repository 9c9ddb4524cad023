import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  poweredByHeader: false,
  // A page that a role may not open answers 403 and says so. A logo may have 1 MB, and there is the form around it.
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: '2mb' } },
  // The contract's paths end in a slash and are served without a redirect, both ways.
  skipTrailingSlashRedirect: true,
  serverExternalPackages: ['better-sqlite3', 'pg', 'pino', '@node-rs/argon2', 'pdfkit', 'undici'],
  // `npm run check` type-checks the whole tree; the build would do it a second time.
  typescript: { ignoreBuildErrors: true },
};

export default createNextIntlPlugin('./lib/i18n/request.ts')(config);
