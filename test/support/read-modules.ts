import { join, posix } from 'node:path'
import {
  isExportDeclaration,
  isImportDeclaration,
  isStringLiteral,
  type SourceFile,
  type Statement,
  SyntaxKind,
} from 'typescript/unstable/ast'
import { API } from 'typescript/unstable/sync'

const ROOT = join(import.meta.dirname, '../..')

export interface Import {
  specifier: string
  /** `static`: loaded with the module · `type`: gone before it runs · `deferred`: by `import()`. */
  kind: 'static' | 'type' | 'deferred'
  /** What a relative one names, as a path below the project's folder. */
  target?: string
}

export interface Module {
  /** Below the project's folder, with `/`. */
  path: string
  source: string
  imports: Import[]
}

/** Every TypeScript file of the project, by its path, as the compiler reads it. */
export function readModules(): Map<string, Module> {
  const compiler = new API({ cwd: ROOT })
  try {
    const { program } = compiler.updateSnapshot({ openProjects: [join(ROOT, 'tsconfig.json')] }).getProjects()[0]!
    const paths = program
      .getSourceFileNames()
      .map((file) => posix.relative(ROOT, file))
      .filter((path) => !/^(?:\.\.|node_modules)\//.test(path))
    return new Map(paths.map((path) => [path, moduleOf(path, program.getSourceFile(join(ROOT, path))!)]))
  } finally {
    compiler.close()
  }
}

function moduleOf(path: string, file: SourceFile): Module {
  const kinds = new Map(file.statements.flatMap(statedImport))
  const imports = file.imports.filter(isStringLiteral).map(({ text, pos }): Import => {
    const target = text.startsWith('.') ? { target: posix.join(posix.dirname(path), text) } : {}
    return { specifier: text, kind: kinds.get(pos) ?? 'deferred', ...target }
  })
  return { path, source: file.text, imports }
}

/** Of an `import … from` or `export … from`: where its specifier stands, and whether it's loaded. */
function statedImport(statement: Statement): [number, 'static' | 'type'][] {
  if (isImportDeclaration(statement)) {
    const erased = statement.importClause?.phaseModifier === SyntaxKind.TypeKeyword
    return [[statement.moduleSpecifier.pos, erased ? 'type' : 'static']]
  }
  if (isExportDeclaration(statement) && statement.moduleSpecifier !== undefined) {
    return [[statement.moduleSpecifier.pos, statement.isTypeOnly ? 'type' : 'static']]
  }
  return []
}
