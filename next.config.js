/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  // The site's own server compresses: services/site/send-compressed.ts.
  compress: false,
  // A start builds once: what Turbopack would keep for the next build takes longer to write than it saves.
  // Nor does anybody read source maps of what is built here: they are two thirds of its size.
  // And a page is loaded when it is first asked for: the first one need not wait for all.
  experimental: {
    turbopackFileSystemCacheForBuild: false,
    turbopackSourceMaps: false,
    preloadEntriesOnStart: false,
  },
  // Types, lint and directions are checked by `npm run verify`; a start need not wait for them.
  typescript: { ignoreBuildErrors: true },
  // Readers run in a process of their own, from their packages; the site's bundle holds none of them.
  serverExternalPackages: [
    "@e965/xlsx",
    "@napi-rs/canvas",
    "@resvg/resvg-js",
    "mammoth",
    "pdfjs-dist",
    "tesseract.js",
    "word-extractor",
    "yauzl",
  ],
}
