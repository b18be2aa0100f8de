import { type ErrorRequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import type { PaperId } from '../../shared/ids.ts';
import { addressOfSymbol } from '../../shared/papers/rules.ts';
import { PROBLEMS, Problem } from '../../shared/problems.ts';
import type { Publication } from '../../shared/publications/contract.ts';
import { sha256 } from '../../shared/versions/chain.ts';
import { versionContent } from '../../shared/versions/contract.ts';
import type { Deps } from '../base/deps.ts';
import { findGroup } from '../groups/store.ts';
import { readInput } from '../http/input.ts';
import { problemFrom } from '../http/problem-reply.ts';
import { findPaperByAddress, type Paper } from '../papers/store.ts';
import { listThreads } from '../threads/store.ts';
import { findVersion, findVersionText } from '../versions/store.ts';
import { countByParagraph, storyOfParagraph } from './came-to-be.ts';
import { FONT_FILES, fontFile } from './fonts.ts';
import { ICON, ICON_ADDRESS, STYLE_ADDRESS } from './frame.ts';
import { publicPage } from './page.ts';
import { PUBLIC_CSS } from './page-style.ts';
import { problemPage } from './problem-page.ts';
import type { PublicPage } from './published.ts';
import { listPublications } from './store.ts';
import { paragraphStoryPage } from './story-page.ts';

const bySymbol = z.object({ symbol: z.string().max(100) });
const byNumber = z.object({ symbol: z.string().max(100), number: z.coerce.number().int().min(1) });
const byParagraph = byNumber.extend({ paragraphId: z.string().max(64) });

/** Pages that need no sign-in and no script, and the canonical text behind them. */
export function publicRoutes(deps: Deps, originOf: () => string): Router {
  const routes = Router();
  routes.get(STYLE_ADDRESS, (_req, res) => {
    res.type('css').set('Cache-Control', 'public, max-age=3600').send(PUBLIC_CSS);
  });
  routes.get(ICON_ADDRESS, (_req, res) => {
    res.type('svg').set('Cache-Control', 'public, max-age=86400').send(ICON);
  });
  routes.get('/fonts/:file', (req, res, next) => {
    const { file } = req.params;
    const path = FONT_FILES.includes(file) ? fontFile(file) : null;
    if (path === null) return next();
    res.set('Cache-Control', 'public, max-age=31536000, immutable').sendFile(path, { dotfiles: 'allow' });
  });
  routes.get('/problems/:slug', (req, res, next) => {
    const page = problemPage(req.params.slug);
    if (page === null) return next();
    sendPage(res, page);
  });
  routes.get('/p/:symbol', async (req, res) => {
    const { paper, published } = await findPublished(deps, readInput(bySymbol, req.params).symbol);
    const newest = published.at(-1);
    if (!newest) throw new Problem('not-found');
    if (addressOfSymbol(paper.symbol) !== req.params.symbol)
      return res.redirect(301, `/p/${addressOfSymbol(paper.symbol)}`);
    return sendPage(res, publicPage(await shownPage(deps, paper, published, newest, originOf())));
  });
  routes.get('/p/:symbol/:number.json', async (req, res) => {
    const { publication } = await findOne(deps, readInput(byNumber, req.params));
    const text = await findVersionText(deps.pool, publication.versionId);
    if (text === null) throw new Problem('not-found');
    res
      .type('application/json')
      .set('X-Version-Hash', publication.hash)
      .set('Cache-Control', 'public, max-age=300')
      .send(text);
  });
  routes.get('/p/:symbol/:number', async (req, res) => {
    const { paper, published, publication } = await findOne(deps, readInput(byNumber, req.params));
    if (addressOfSymbol(paper.symbol) !== req.params.symbol) return res.redirect(301, publication.address);
    return sendPage(res, publicPage(await shownPage(deps, paper, published, publication, originOf())));
  });
  routes.get('/p/:symbol/:number/paragraphs/:paragraphId', async (req, res) => {
    const at = readInput(byParagraph, req.params);
    const { paper, published, publication } = await findOne(deps, at);
    const shown = await shownPage(deps, paper, published, publication, originOf());
    const story = await storyOfParagraph(deps.pool, paper.id, at.paragraphId, publication.number);
    if (story.steps.length === 0) throw new Problem('not-found');
    sendPage(res, paragraphStoryPage({ ...shown, story }));
  });
  routes.use('/p', refusalAsPage);
  return routes;
}

/** A reader meets a refusal as a page; whoever did not ask for a page gets the problem. Here only the address can be wrong. */
const refusalAsPage: ErrorRequestHandler = (error, req, res, next) => {
  const problem = problemFrom(error);
  if (problem === null || res.headersSent || req.accepts(['json', 'html']) !== 'html') return next(error);
  const slug = problem.slug === 'invalid-input' ? 'not-found' : problem.slug;
  return res.status(PROBLEMS[slug].status).type('html').send(problemPage(slug));
};

function sendPage(res: Response, page: string): void {
  res.type('html').set('Cache-Control', 'public, max-age=60').send(page);
}

async function findPublished(deps: Deps, slug: string): Promise<{ paper: Paper; published: Publication[] }> {
  const paper = await findPaperByAddress(deps.pool, slug);
  if (!paper) throw new Problem('not-found');
  return { paper, published: await listPublications(deps.pool, paper.id) };
}

async function findOne(
  deps: Deps,
  at: { symbol: string; number: number },
): Promise<{ paper: Paper; published: Publication[]; publication: Publication }> {
  const { paper, published } = await findPublished(deps, at.symbol);
  const publication = published.find((each) => each.number === at.number);
  if (!publication) throw new Problem('not-found');
  return { paper, published, publication };
}

async function shownPage(
  deps: Deps,
  paper: Paper,
  published: readonly Publication[],
  publication: Publication,
  origin: string,
): Promise<PublicPage> {
  const [group, version, text] = await Promise.all([
    findGroup(deps.pool, paper.groupId),
    findVersion(deps.pool, publication.versionId),
    findVersionText(deps.pool, publication.versionId),
  ]);
  if (!group || !version || text === null) throw new Problem('not-found');
  const content = versionContent.parse(JSON.parse(text));
  const threads = (await listThreads(deps.pool, paper.id as PaperId)).filter(
    (thread) => thread.opening.at <= version.frozenAt,
  );
  return {
    group,
    paper: content.paper,
    version,
    publication,
    others: published.filter((each) => each.versionId !== publication.versionId),
    paragraphs: content.paragraphs,
    counts: countByParagraph(threads, content.paragraphs),
    tookPart: [...new Set(threads.map((thread) => thread.opening.speaker.organisation))].sort(),
    matchesHash: (await sha256(text)) === publication.hash,
    origin,
  };
}
