import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { emailAddress, type SignInPage, setUpRequest, type WhoAmI } from '../../shared/groups/contract.ts';
import { Problem } from '../../shared/problems.ts';
import type { Config } from '../base/config.ts';
import type { Pool } from '../base/database.ts';
import { readInput } from '../http/input.ts';
import { maySignInAsSample, type Sample, samplePersonOf } from './sample.ts';
import type { Session, SignedIn, SignIn } from './session.ts';
import { type SetUpGroup, useSetUpLink } from './set-up.ts';
import { countClient } from './sign-in-link.ts';

export interface SignInRoutes {
  signIn: SignIn;
  pool: Pool;
  config: Pick<Config, 'databaseUrl' | 'publicUrl'>;
  whoAmI: (session: Session) => Promise<WhoAmI>;
  sample: () => Promise<Sample>;
  setUp: SetUpGroup;
}

const linkRequest = z.strictObject({ email: emailAddress });
const confirmRequest = z.strictObject({ token: z.string().min(1).max(200) });
const sampleRequest = z.strictObject({ as: z.string().min(1).max(64) });

/** Routes of signing in and out. None of them changes anything at a GET: links in mails are opened by scanners. */
export function signInRoutes({ signIn, pool, config, whoAmI, sample, setUp }: SignInRoutes): Router {
  const routes = Router();
  const welcome = async (res: Response, status: number, { session, cookies }: SignedIn): Promise<void> => {
    const who = await whoAmI(session);
    res.status(status).append('Set-Cookie', cookies).json(who);
  };
  const sampleFor = async (req: Request): Promise<Sample> =>
    maySignInAsSample(req, config) ? await sample() : { people: [], group: null };

  routes.get('/sign-in', async (req, res) => {
    const { people, group } = await sampleFor(req);
    const page: SignInPage = {
      sample: people.map(({ slug, name, role, organisation }) => ({ slug, name, role, organisation })),
      sampleGroup: group,
    };
    res.json(page);
  });
  routes.post('/session/link', async (req, res) => {
    await signIn.sendLink(readInput(linkRequest, req.body).email, req.ip);
    res.status(202).json({});
  });
  routes.post('/session/confirm', async (req, res) => {
    const { token } = readInput(confirmRequest, req.body);
    await welcome(res, 200, await signIn.confirm(token, req.ip, req.headers));
  });
  routes.post('/session', async (req, res) => {
    const personId = samplePersonOf(await sampleFor(req), readInput(sampleRequest, req.body).as);
    await welcome(res, 200, await signIn.signInAs(personId, req.headers));
  });
  routes.get('/session', async (req, res) => {
    const session = await signIn.sessionOf(req.headers);
    if (session === null) throw new Problem('not-signed-in');
    res.json(await whoAmI(session));
  });
  routes.delete('/session', async (req, res) => {
    res
      .append('Set-Cookie', await signIn.signOut(req.headers))
      .status(204)
      .end();
  });
  routes.post('/setup', async (req, res) => {
    const wish = readInput(setUpRequest, req.body);
    await countClient(pool, req.ip);
    const personId = await useSetUpLink(pool, wish, await signIn.sessionOf(req.headers), setUp);
    await welcome(res, 201, await signIn.signInAs(personId, req.headers));
  });
  return routes;
}
