/** Who may import whom, inside `src`: each folder, and the folders below it. */
const mayImport = {
  lib: [],
  wire: [],
  domain: ['lib'],
  i18n: ['domain', 'lib'],
  engine: ['domain', 'wire', 'lib'],
  ui: ['i18n', 'lib'],
  blocks: ['ui', 'engine', 'i18n', 'domain', 'lib'],
  features: ['blocks', 'ui', 'engine', 'i18n', 'domain', 'lib', 'wire'],
  app: ['features', 'blocks', 'ui', 'engine', 'i18n', 'domain', 'wire', 'lib'],
}

const forbid = (name, from, to) => ({ name, severity: 'error', from, to })
const tests = '[.]test[.]tsx?$'
const npm = { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] }
const layers = Object.entries(mayImport).map(([layer, below]) =>
  forbid(`layer-${layer}`, { path: `^src/${layer}/` }, { path: '^src/', pathNot: `^src/(${[layer, ...below].join('|')})/` }),
)

module.exports = {
  forbidden: [
    ...layers,
    forbid('features-are-strangers', { path: '^src/features/([^/]+)/' }, { path: '^src/features/', pathNot: '^src/features/$1/' }),
    forbid('forms-know-the-wire-by-type-only', { path: '^src/features/', pathNot: tests }, { path: '^src/wire/', dependencyTypesNot: ['type-only'] }),
    forbid('only-forms-know-the-wire', { path: '^src/features/', pathNot: `(Form[.]tsx?|[Ff]orm/.*[.]tsx?|[fF]orm[.]ts|${tests})$` }, { path: '^src/wire/' }),
    forbid('domain-is-pure', { path: '^src/(domain|wire|lib)/', pathNot: tests }, { dependencyTypes: [...npm.dependencyTypes, 'core'] }),
    forbid('engine-needs-queries-only', { path: '^src/engine/', pathNot: tests }, { ...npm, pathNot: 'node_modules/@tanstack/(react-query|query-core)/' }),
    forbid('words-need-react-only', { path: '^src/i18n/', pathNot: tests }, { ...npm, pathNot: 'node_modules/(react|@types/react)/' }),
    forbid('product-needs-no-node', { path: '^src/', pathNot: tests }, { dependencyTypes: ['core'] }),
    forbid('product-never-sees-mocks', { path: '^(src|server)/', pathNot: tests }, { path: '^(mocks|e2e)/' }),
    forbid('nothing-imports-scripts', { path: '^(src|mocks|e2e|server)/' }, { path: '^scripts/' }),
    forbid('server-stands-alone', { path: '^server/' }, { path: '^src/' }),
    forbid('e2e-sees-no-internals', { path: '^e2e/' }, { path: '^src/', pathNot: '^src/lib/' }),
    forbid('e2e-knows-worlds-by-name', { path: '^e2e/' }, { path: '^mocks/', pathNot: '^mocks/worlds/' }),
    forbid('mocks-see-domain-only', { path: '^mocks/', pathNot: '^mocks/browser[.]ts$' }, { path: '^src/', pathNot: '^src/(domain|wire|lib)/' }),
    forbid('mocks-and-server-are-strangers', { path: '^mocks/' }, { path: '^server/' }),
    forbid('only-the-entry-starts-the-app', { path: '^(src|mocks)/', pathNot: '^(src/main[.]tsx|mocks/browser[.]ts)$' }, { path: '^src/main[.]tsx$' }),
    forbid('every-import-resolves', {}, { couldNotResolve: true, pathNot: '[.]css$|^virtual:' }),
    forbid('no-cycles', {}, { circular: true }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'module', 'browser', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts', '.css'] },
  },
}
