import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

/** One source file, with what it imports: project files by their path, packages by their name. */
export interface Source {
  path: string;
  text: string;
  files: string[];
  packages: string[];
}

const root = process.cwd();

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return filesIn(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every source of these folders, read anew. */
export function sourcesIn(...folders: string[]): Source[] {
  return folders.flatMap(filesIn).map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const found = [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
    return {
      path,
      text,
      files: found
        .filter((name) => name.startsWith('.'))
        .map((name) => relative('.', normalize(join(dirname(path), name)))),
      packages: found.filter((name) => !name.startsWith('.')).map(packageName),
    };
  });
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}
