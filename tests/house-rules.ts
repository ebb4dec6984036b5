// The shape of the house (README "The tree"), as a checker over source texts: what each file may import,
// where the outside world may be touched, how files are named and how long they may be.
import path from 'node:path'
import ts from 'typescript'

export interface Source {
  /** Path from the root of the project, with `/`. */
  path: string
  text: string
}

type Folder =
  | 'domain'
  | 'forms'
  | 'locales'
  | 'components'
  | 'infra'
  | 'queries'
  | 'documents'
  | 'commands'
  | 'jobs'
  | 'routes'

/** What each folder of app/ may import of the others; its own files it may, where `OWN_NOUN` does not narrow it. */
const MAY_IMPORT: Record<Folder, Folder[]> = {
  domain: [],
  forms: ['domain'],
  locales: ['domain'],
  components: ['domain', 'forms', 'locales'],
  infra: ['domain'],
  queries: ['domain', 'infra'],
  documents: ['domain', 'locales'],
  commands: ['domain', 'documents', 'infra'],
  jobs: ['domain', 'commands', 'queries', 'documents', 'infra'],
  routes: ['domain', 'forms', 'locales', 'components', 'infra', 'queries', 'documents', 'commands', 'jobs'],
}

/** Of their own folder these see their own noun only. */
const OWN_NOUN: Folder[] = ['queries', 'commands']
const INFRA_OF_ROUTES = ['session', 'http', 'clock']
/** What the process and the document need besides: app/root.tsx, entry files. */
const INFRA_OF_ENTRIES = [...INFRA_OF_ROUTES, 'headers', 'log', 'env']

const BANNED_NAMES = ['utils', 'helpers', 'common', 'misc', 'shared', 'lib', 'service', 'manager']
const MAX_LINES = 300
const MAX_ROUTE_LINES = 150
/** Tests are tables of cases, style sheets lists of rules. */
const MAX_LIST_LINES = 400

/** Where one of these is reached, and nowhere else. */
const PACKAGE_AT_HOME: Record<string, string> = { lucia: 'app/infra/session.server.ts' }
const CLOCK_HOME = 'app/infra/clock.server.ts'
const ENV_HOME = 'app/infra/env.server.ts'
const DATABASE_HOME = 'app/infra/db.server.ts'

/** Files that may break one rule, each with its reason. */
export const EXCEPTIONS: Record<string, { rule: string; reason: string }> = {
  'app/infra/folder-lock.server.ts': {
    rule: 'clock',
    reason: 'compares with the times of files, which the machine writes and the CLOCK setting does not move',
  },
  'app/infra/upload.server.ts': {
    rule: 'clock',
    reason: 'sweeps by the times of files, which the machine writes and the CLOCK setting does not move',
  },
}

const isTest = (file: string) => /\.(test|spec)\.tsx?$/.test(file)
const isFixture = (file: string) => /\.fixture\.ts$/.test(file)

/** The mistakes of all files, one line each: path, rule, what is wrong. */
export function checkHouse(sources: Source[], exceptions: Record<string, { rule: string }> = EXCEPTIONS): string[] {
  const known = new Map(sources.map((source) => [source.path, source]))
  const mistakes: string[] = []
  for (const source of sources) {
    const found = [
      ...checkName(source),
      ...checkLength(source),
      ...(isScript(source.path) ? checkScript(source, known) : []),
    ]
    for (const { rule, what } of found) {
      if (exceptions[source.path]?.rule !== rule) mistakes.push(`${source.path}: ${rule}: ${what}`)
    }
  }
  return mistakes
}

const isScript = (file: string) => /\.(ts|tsx|mts|mjs|js)$/.test(file)

interface Finding {
  rule: string
  what: string
}

function checkName({ path: file }: Source): Finding[] {
  if (!isScript(file) && !file.endsWith('.css')) return []
  const words = file.split('/').flatMap((part) => part.split(/[.-]/))
  return words
    .filter((word) => BANNED_NAMES.includes(word.toLowerCase()))
    .map((word) => ({ rule: 'name', what: `"${word}" says nothing about what is in it` }))
}

function checkLength({ path: file, text }: Source): Finding[] {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
  const most =
    isTest(file) || file.endsWith('.css')
      ? MAX_LIST_LINES
      : file.startsWith('app/routes/')
        ? MAX_ROUTE_LINES
        : MAX_LINES
  return lines > most ? [{ rule: 'length', what: `${lines} lines, more than ${most}` }] : []
}

function checkScript(source: Source, known: Map<string, Source>): Finding[] {
  const tree = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.Latest, true)
  return [
    ...importsOf(tree).flatMap((name) => checkImport(source.path, name, known)),
    ...checkBarrel(tree),
    ...checkWords(tree, source.path),
    ...checkCommand(tree, source),
  ]
}

/** Every module a file names: import, export from, import(), import type. */
export function importsOf(tree: ts.SourceFile): string[] {
  const names: string[] = []
  const add = (node: ts.Node | undefined) => {
    if (node && ts.isStringLiteralLike(node)) names.push(node.text)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier)
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0])
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return names
}

const folderOf = (file: string): Folder | null => {
  const [root, folder] = file.split('/')
  return root === 'app' && folder !== undefined && folder in MAY_IMPORT ? (folder as Folder) : null
}
/** The third part of `app/<folder>/<noun>/<file>`; the folder itself for files that stand in none. */
const nounOf = (file: string) => (file.split('/').length > 3 ? file.split('/')[2] : '')

/** Where an import leads, from the root of the project; null for a package. */
export function targetOf(from: string, name: string): string | null {
  const bare = name.replace(/\?.*$/, '')
  if (bare.startsWith('~/')) return `app/${bare.slice(2)}`
  if (bare.startsWith('/')) return bare.slice(1)
  return bare.startsWith('.') ? path.posix.join(path.posix.dirname(from), bare) : null
}

function checkImport(from: string, name: string, known: Map<string, Source>): Finding[] {
  const target = targetOf(from, name)
  const wrong = (what: string): Finding[] => [{ rule: 'import', what: `${name}: ${what}` }]
  const folder = folderOf(from)
  if (target === null) {
    const home = PACKAGE_AT_HOME[name]
    if (home !== undefined && home !== from) return wrong(`only ${home} may`)
    if (folder === 'domain' && !isTest(from) && !isFixture(from)) return wrong('the domain imports no package')
    return []
  }
  if (!target.startsWith('app/')) {
    if (from.startsWith('app/') && !isTest(from)) return wrong('leads out of app/')
    return []
  }
  const theirs = folderOf(target)
  const isTable = target.replace(/\.ts$/, '') === 'app/routes'
  if (
    theirs === 'routes' &&
    !(isTable && from.startsWith('e2e/')) &&
    folder !== 'routes' &&
    from !== 'app/routes.ts' &&
    !isTest(from)
  )
    return wrong('nobody imports a route')
  if (/\.(test|fixture)$/.test(target) && !isTest(from) && !isFixture(from)) return wrong('belongs to tests')
  if (isTest(from)) return []
  if (!from.startsWith('app/')) return []
  if (theirs === 'infra' && (folder === 'routes' || folder === null)) {
    const part = target.split('/')[2]?.replace(/\.server(\.ts)?$/, '') ?? ''
    const allowed = folder === 'routes' ? INFRA_OF_ROUTES : INFRA_OF_ENTRIES
    return allowed.includes(part) ? [] : wrong(`of infra only ${allowed.join(', ')}`)
  }
  if (folder === null || theirs === null) return []
  if (folder === theirs) {
    if (!OWN_NOUN.includes(folder)) return []
    if (nounOf(from) !== nounOf(target)) return wrong('of another noun')
    const file = known.get(target) ?? known.get(`${target}.ts`)
    return folder === 'commands' && file && isCommand(file.text) ? wrong('a command imports no other command') : []
  }
  return MAY_IMPORT[folder].includes(theirs) ? [] : wrong(`${folder} may not import ${theirs}`)
}

function checkBarrel(tree: ts.SourceFile): Finding[] {
  const passes = tree.statements.filter((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier)
  const all = tree.statements.length > 0 && passes.length === tree.statements.length
  const star = passes.some((statement) => ts.isExportDeclaration(statement) && !statement.exportClause)
  return all || star ? [{ rule: 'barrel', what: 'only passes on what others export' }] : []
}

/** The outside world is touched in one file each: settings, the database, the present time. */
function checkWords(tree: ts.SourceFile, file: string): Finding[] {
  const found: Finding[] = []
  const own = (file.startsWith('app/') && !isTest(file)) || file === 'server.ts'
  const visit = (node: ts.Node): void => {
    const text = ts.isPropertyAccessExpression(node) || ts.isCallExpression(node) ? node.getText(tree) : ''
    if (text === 'process.env' && own && file !== ENV_HOME)
      found.push({ rule: 'env', what: `only ${ENV_HOME} reads settings` })
    const now =
      /^(Date\.now|Date)\(\)$/.test(text) ||
      (ts.isNewExpression(node) && node.expression.getText(tree) === 'Date' && (node.arguments?.length ?? 0) === 0)
    if (now && own && file !== CLOCK_HOME)
      found.push({ rule: 'clock', what: `only ${CLOCK_HOME} knows the present time` })
    if (ts.isNewExpression(node) && node.expression.getText(tree) === 'PrismaClient' && file !== DATABASE_HOME) {
      found.push({ rule: 'database', what: `only ${DATABASE_HOME} makes a client` })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

/** A command changes something, hence calls `transact`; what several commands of a noun share does not. */
const isCommand = (text: string) => /\btransact\(/.test(text)

/** A command's file is verb-noun.server.ts and exports one function: verbNoun. Types beside it are its input. */
function checkCommand(tree: ts.SourceFile, { path: file, text }: Source): Finding[] {
  if (folderOf(file) !== 'commands' || isTest(file)) return []
  if (!file.endsWith('.server.ts')) return [{ rule: 'command', what: 'its name ends in .server.ts' }]
  if (!isCommand(text)) return []
  const wanted = path.posix.basename(file, '.server.ts').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const exported = tree.statements.flatMap(exportedValues)
  return exported.join() === wanted
    ? []
    : [{ rule: 'command', what: `exports ${exported.join(', ') || 'nothing'}, not only ${wanted}` }]
}

function exportedValues(statement: ts.Statement): string[] {
  if (ts.isExportDeclaration(statement)) {
    const clause = statement.exportClause
    return !statement.isTypeOnly && clause && ts.isNamedExports(clause)
      ? clause.elements.map((one) => one.name.text)
      : []
  }
  if (ts.isExportAssignment(statement)) return ['default']
  const exported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)
  if (!exported) return []
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    return [statement.name?.text ?? 'default']
  return ts.isVariableStatement(statement)
    ? statement.declarationList.declarations.map((declaration) => declaration.name.getText())
    : []
}
