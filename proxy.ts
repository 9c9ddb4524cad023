import { type NextRequest, NextResponse } from 'next/server';

/** Only scripts of this very answer run; styles may stand in attributes. React's developer build needs `eval`. */
function contentPolicy(nonce: string): string {
  const developing = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ');
}

/** Gives every page its policy, and tells it which address was asked for. */
export function proxy(request: NextRequest) {
  const policy = contentPolicy(Buffer.from(crypto.randomUUID()).toString('base64'));
  const headers = new Headers(request.headers);
  // Next takes the nonce of its own scripts from this request header.
  headers.set('content-security-policy', policy);
  headers.set('x-page-path', request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  return response;
}

// Uploads and downloads go past it: it would keep a whole body in memory, and they have a policy of their own.
export const config = { matcher: '/((?!api/|api$|files/|_next/static|_next/image|.*\\.(?:svg|png|ico|txt|webmanifest|woff2)$).*)' };
