import { createHash } from 'node:crypto';
import { paperStream } from '../../shared/envelope.ts';
import { newId, type PaperId } from '../../shared/ids.ts';
import type { CreatedPaper, CreatePaperFields, ImportPreview } from '../../shared/papers/contract.ts';
import { addressed } from '../../shared/text/address.ts';
import type { Block } from '../../shared/text/paragraph.ts';
import { wordCount } from '../../shared/text/words.ts';
import type { Deps } from '../base/deps.ts';
import { editDraft } from '../draft/actions.ts';
import { admitToGroup, groupDeed } from '../groups/admission.ts';
import type { Session } from '../groups/session.ts';
import { takeAddress } from '../papers/actions.ts';
import { insertPaper, insertSource } from '../papers/store.ts';
import { readFile, type SourceFile } from './read-file.ts';

/** What an import would make of a file; nothing is stored. */
export async function previewImport(
  deps: Deps,
  session: Session,
  fields: Pick<CreatePaperFields, 'groupId'>,
  file: SourceFile,
): Promise<ImportPreview> {
  await admitToGroup(deps.pool, session, fields.groupId, 'paper.create');
  const { blocks, warnings } = await readFile(file);
  const paragraphs = addressed(blocks);
  const words = paragraphs.reduce((sum, paragraph) => sum + wordCount(paragraph.text), 0);
  return { name: file.name, title: titleOf(blocks), paragraphs, warnings, words };
}

/** The text's own title, else its first heading. */
function titleOf(blocks: readonly Block[]): string | null {
  const title = blocks.find((block) => block.kind === 'title') ?? blocks.find((block) => block.kind === 'heading');
  return title?.text.slice(0, 500) ?? null;
}

/**
 * Posts a draft: the paper, its address, the file as evidence and the first text, all or nothing. Only the
 * paper's own stream tells of it: members learn that a paper exists when its first round opens.
 */
export async function createPaper(
  deps: Deps,
  session: Session,
  fields: CreatePaperFields,
  file: SourceFile,
  key: string,
): Promise<CreatedPaper> {
  const { groupId, symbol, language } = fields;
  await admitToGroup(deps.pool, session, groupId, 'paper.create');
  const { blocks, warnings } = await readFile(file);
  const paperId = newId<PaperId>();
  const title = fields.title ?? titleOf(blocks) ?? symbol;
  const body = [fields, file.name, createHash('sha256').update(file.bytes).digest('hex')];
  const streams = [paperStream(paperId)];
  const event = await groupDeed(
    deps,
    session,
    { groupId, deed: 'paper.create', key, body, streams },
    async ({ tx, now, record }) => {
      await insertPaper(tx, { id: paperId, groupId, symbol, title, language }, session.personId, now);
      await takeAddress(tx, symbol, paperId, now);
      await insertSource(tx, { paperId, name: file.name, bytes: file.bytes, paragraphs: blocks.length, at: now });
      await editDraft(tx, paperId, session.personId, () => blocks);
      const facts = { paperId, symbol, paragraphs: blocks.length };
      await record({ stream: paperStream(paperId), kind: 'paper.created', facts });
    },
  );
  return { id: event.kind === 'paper.created' ? event.paperId : paperId, warnings };
}
