/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  // Types, lint and directions are checked by `npm run verify`; a start need not wait for them.
  typescript: { ignoreBuildErrors: true },
}
