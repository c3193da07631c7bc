import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Lets the page fetch and compile the interface while its entry runs, instead of after: the entry imports it late, so
 * that the host is asked first.
 */
function preloadInterface(): Plugin {
  return {
    name: 'preload-interface',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(page, { bundle = {} }) {
        const shown = Object.values(bundle)
          .filter((file) => file.type === 'chunk')
          .find(({ facadeModuleId }) => facadeModuleId?.endsWith('/show-app.tsx'));
        if (shown === undefined) throw new Error('the build has no chunk of show-app.tsx');
        const link = (rel: string) => (file: string) => ({
          tag: 'link',
          attrs: { rel, crossorigin: true, href: `./${file}` },
          injectTo: 'head' as const,
        });
        const isNew = (file: string) => !page.includes(file);
        return [
          ...[shown.fileName, ...shown.imports].filter(isNew).map(link('modulepreload')),
          ...[...(shown.viteMetadata?.importedCss ?? [])].filter(isNew).map(link('stylesheet')),
        ];
      },
    },
  };
}

/** The renderer. The Node side is bundled by electron/start/build.ts. */
export default defineConfig({
  root: here('./renderer'),
  base: './',
  plugins: [react(), preloadInterface()],
  build: {
    outDir: here('./dist/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    // The content security policy allows no `data:` scripts or fonts: every asset stays a file.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      // Building a schema only builds it: those that the page never asks are left out.
      treeshake: { manualPureFunctions: ['z'] },
    },
  },
});
