/**
 * All that the dashboard's documents may do is in its own files and this server's answers: nothing inline, nothing from
 * elsewhere, no text that becomes script, in nobody's frame.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
];

/** Of what a page may ask a machine for, nothing is needed. */
const REFUSED = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'];

export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY.join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': REFUSED.map((each) => `${each}=()`).join(', '),
};
