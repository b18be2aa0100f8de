import { Router } from 'express';
import { z } from 'zod';
import {
  addOrganisationRequest,
  changeMemberRequest,
  inviteRequest,
  makeGroupRequest,
} from '../../shared/groups/contract.ts';
import { groupId, invitationId, memberId, organisationId } from '../../shared/ids.ts';
import type { Deps } from '../base/deps.ts';
import { readInput } from '../http/input.ts';
import { keyFrom } from '../http/key.ts';
import { addOrganisation, changeMember, readGroup, removeMember, withdrawGroup } from './actions.ts';
import { inviteMember, tellInvited, withdrawInvitation } from './invitations.ts';
import { makeGroup } from './making.ts';
import { sessionOf } from './session.ts';

const inGroup = z.object({ groupId });
const organisationIn = z.object({ groupId, organisationId });
const invitationIn = z.object({ groupId, invitationId });
const memberIn = z.object({ groupId, memberId });

/** Routes of groups: who is in one, for whom, in which role. */
export function groupRoutes(deps: Deps, originOf: () => string): Router {
  const routes = Router();
  routes.put('/groups/:groupId', async (req, res) => {
    const at = readInput(inGroup, req.params);
    const wish = readInput(makeGroupRequest, req.body);
    res.status(201).json(await makeGroup(deps, sessionOf(req), at.groupId, wish, keyFrom(req, at.groupId)));
  });
  routes.get('/groups/:groupId', async (req, res) => {
    res.json(await readGroup(deps, sessionOf(req), readInput(inGroup, req.params).groupId));
  });
  routes.delete('/groups/:groupId', async (req, res) => {
    res.json(await withdrawGroup(deps, sessionOf(req), readInput(inGroup, req.params).groupId, keyFrom(req)));
  });
  routes.put('/groups/:groupId/organisations/:organisationId', async (req, res) => {
    const at = readInput(organisationIn, req.params);
    const wish = readInput(addOrganisationRequest, req.body);
    const key = keyFrom(req, at.organisationId);
    res.status(201).json(await addOrganisation(deps, sessionOf(req), at.groupId, at.organisationId, wish, key));
  });
  routes.put('/groups/:groupId/invitations/:invitationId', async (req, res) => {
    const at = readInput(invitationIn, req.params);
    const wish = readInput(inviteRequest, req.body);
    const key = keyFrom(req, at.invitationId);
    const event = await inviteMember(deps, sessionOf(req), at.groupId, at.invitationId, wish, key);
    await tellInvited(deps, originOf(), at.groupId, wish, event);
    res.status(201).json(event);
  });
  routes.delete('/groups/:groupId/invitations/:invitationId', async (req, res) => {
    const at = readInput(invitationIn, req.params);
    res.json(await withdrawInvitation(deps, sessionOf(req), at.groupId, at.invitationId, keyFrom(req)));
  });
  routes.put('/groups/:groupId/members/:memberId', async (req, res) => {
    const at = readInput(memberIn, req.params);
    const wish = readInput(changeMemberRequest, req.body);
    res.json(await changeMember(deps, sessionOf(req), at.groupId, at.memberId, wish, keyFrom(req)));
  });
  routes.delete('/groups/:groupId/members/:memberId', async (req, res) => {
    const at = readInput(memberIn, req.params);
    res.json(await removeMember(deps, sessionOf(req), at.groupId, at.memberId, keyFrom(req)));
  });
  return routes;
}
