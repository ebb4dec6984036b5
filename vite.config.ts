import path from 'node:path'
import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import remixOptions from './remix.config.js'

/**
 * The server build is one graph that begins at server.ts, so that the process and the routes
 * share one database, one page cache and one clock.
 */
const oneServer: Plugin = {
  name: 'one-server',
  enforce: 'post',
  config(config, { isSsrBuild, command }) {
    if (command === 'build' && isSsrBuild && config.build?.rollupOptions)
      config.build.rollupOptions.input = './server.ts'
  },
}

export default defineConfig({
  plugins: [tailwindcss(), remix(remixOptions), oneServer],
  resolve: { alias: { '~': path.resolve(import.meta.dirname, 'app') } },
  build: { target: 'es2022', assetsInlineLimit: 0 },
  // Vite's scan for browser packages follows routes into server files too.
  optimizeDeps: { exclude: ['@node-rs/argon2', 'lucia', 'pdfmake', 'pg'] },
})
