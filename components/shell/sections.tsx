import { IconChartBar, IconClipboardList, IconHistory, IconSettings, IconTrash, IconUsers } from '@tabler/icons-react';

/** The product's sections in their order: message key, address, icon. */
export const sections = [
  { key: 'orders', href: '/orders', Icon: IconClipboardList },
  { key: 'clients', href: '/clients', Icon: IconUsers },
  { key: 'reports', href: '/reports', Icon: IconChartBar },
  { key: 'history', href: '/history', Icon: IconHistory },
  { key: 'bin', href: '/bin', Icon: IconTrash },
  { key: 'settings', href: '/settings', Icon: IconSettings },
] as const;
