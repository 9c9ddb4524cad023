import { nextDoor } from '@/lib/entry/next-door';

/** Every path under `/api/` but next-auth's, through the one table of endpoints. */
export const GET = nextDoor;
export const POST = nextDoor;
export const PUT = nextDoor;
export const PATCH = nextDoor;
export const DELETE = nextDoor;
export const HEAD = nextDoor;
export const OPTIONS = nextDoor;
