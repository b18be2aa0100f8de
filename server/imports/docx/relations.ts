import { Problem } from '../../../shared/problems.ts';
import { childrenOf, readElement } from './element.ts';
import type { WordPackage } from './package.ts';

/** One pointer from a part: to another part, or out of the file. What lies outside is never asked for, only named. */
export interface Relation {
  /** The last word of its type: `styles`, `hyperlink`, `image` … */
  type: string;
  /** A part's whole name, or the address outside as it is written. */
  target: string;
  isExternal: boolean;
}
export type Relations = ReadonlyMap<string, Relation>;

/** The pointers of a part, by their id. The part without a name is the file itself. */
export async function readRelations(file: WordPackage, part: string): Promise<Relations> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const root = await readElement(file.read(`${folder}_rels/${part.slice(slash + 1)}.rels`));
  const relations = new Map<string, Relation>();
  for (const element of childrenOf(root, 'rel:Relationship')) {
    const id = element.attributes.get('Id');
    const target = element.attributes.get('Target');
    if (id === undefined || target === undefined) continue;
    const isExternal = element.attributes.get('TargetMode') === 'External';
    relations.set(id, {
      type: element.attributes.get('Type')?.split('/').at(-1) ?? '',
      target: isExternal ? target : partName(folder, target),
      isExternal,
    });
  }
  return relations;
}

/** The name of a part, from where a pointer stands: relative, or from the root where it begins with a slash. */
function partName(folder: string, target: string): string {
  const steps = (target.startsWith('/') ? target : `${folder}${target}`).split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** The part that holds the text. @throws Problem not-a-word-file where the file names none (a workbook, any other zip) */
export async function findMainPart(file: WordPackage): Promise<string> {
  const relations = await readRelations(file, '');
  const main = [...relations.values()].find((relation) => relation.type === 'officeDocument' && !relation.isExternal);
  const name = main?.target ?? 'word/document.xml';
  if (!file.names.has(name.toLowerCase())) throw new Problem(main ? 'damaged-file' : 'not-a-word-file');
  return name;
}

/** The part of a type that a part points to, null without one. */
export function partOfType(relations: Relations, type: string): string | null {
  for (const relation of relations.values()) if (relation.type === type && !relation.isExternal) return relation.target;
  return null;
}
