import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The project's folder, wherever the code runs from: the sources under tsx, the bundle in dist/, or Jest.
 * Found by walking up from the started script and the working directory, since `import.meta` does not exist in all three.
 * @throws Error when neither lies inside the project
 */
export function projectRoot(): string {
  const script = process.argv[1];
  const starts = script && existsSync(script) ? [dirname(realpathSync(script)), process.cwd()] : [process.cwd()];
  for (const start of starts) {
    for (let folder = start; ; folder = dirname(folder)) {
      if (isProject(folder)) return folder;
      if (folder === dirname(folder)) break;
    }
  }
  throw new Error('The folder of Rapporteur was not found. Start it from there, or by the path of its script.');
}

function isProject(folder: string): boolean {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return false;
  const { name } = JSON.parse(readFileSync(path, 'utf8')) as { name?: unknown };
  return name === 'rapporteur' && existsSync(join(folder, 'migrations'));
}
