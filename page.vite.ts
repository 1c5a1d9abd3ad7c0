// How the page is built: one file that holds its script, its style and the engine, and a policy that forbids it to send anything.

import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const hashesOf = (html: string, tag: string): string => {
  const texts = [...html.matchAll(new RegExp(`<${tag}(?:\\s[^>]*)?>([\\s\\S]*?)</${tag}>`, 'g'))];
  return texts.map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).join(' ');
};

/** Writes the policy into the page: its own script and style by their hashes, a worker of its own, and no connection to anywhere. */
function policy(): Plugin {
  return {
    name: 'kaishu-policy',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.html')) continue;
          const html = String(file.source);
          const rules = [
            "default-src 'none'",
            `script-src ${hashesOf(html, 'script')}`,
            `style-src ${hashesOf(html, 'style')}`,
            'worker-src blob:',
            'img-src data:',
            "base-uri 'none'",
            "form-action 'none'",
          ];
          const meta = `<meta http-equiv="Content-Security-Policy" content="${rules.join('; ')}">`;
          file.source = html.replace('<meta name="viewport"', `${meta}\n<meta name="viewport"`);
        }
      },
    },
  };
}

export default defineConfig({
  root: here('./src/page/'),
  base: './',
  publicDir: false,
  // Of the messages of zod, which nobody reads, one language is enough.
  resolve: { alias: [{ find: /^\.\.\/locales\/index\.js$/, replacement: 'zod/v4/locales/en.js' }] },
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: here('./dist/page'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4096,
  },
  worker: { format: 'iife' },
  plugins: [viteSingleFile(), policy()],
});
