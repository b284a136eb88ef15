// Two pages, the console and the portal, built for a content security policy without `unsafe-*`.
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { guide } from './tools/guide.ts'
import { mappings } from './tools/mappings.ts'
import { permissions } from './tools/permissions.ts'
import { serverTexts } from './tools/server_texts.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const server = process.env.XB_SERVER ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [vue(), serverTexts(here('../data/texts')), guide(here('../docs/guide')), mappings(here('../data/mappings')), permissions(here('../docs/openapi.json'))],
  resolve: { alias: { '@': here('./src') } },
  define: {
    __VUE_OPTIONS_API__: 'true', // Element Plus has parts that use it.
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_JIT_COMPILATION__: 'true', // Messages are compiled without `eval`.
    __INTLIFY_DROP_MESSAGE_COMPILER__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    // Browsers of bank counters are built on Chromium 86 and later (requirements.md A13).
    target: 'chrome86',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { console: here('./console.html'), portal: here('./portal.html') } },
  },
  server: { proxy: { '/api': server } },
  test: {
    environment: 'happy-dom',
    testTimeout: 60_000, // Nothing here waits; a busy machine may.
    include: ['src/**/*.test.ts', 'tools/**/*.test.js'],
    setupFiles: ['./src/ui/testing.ts'],
    server: { deps: { inline: ['element-plus'] } },
  },
})
