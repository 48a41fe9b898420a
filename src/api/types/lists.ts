import { Account } from './account.ts';
import { connectionType } from './connection.ts';
import { Entity } from './entity.ts';
import { Event } from './event.ts';
import { Relationship } from './relationship.ts';
import { Statement } from './statement.ts';

/** The lists of the API. */
export const EventConnection = connectionType('Event', () => Event, 'A page of events in the order of their days.');
export const StatementConnection = connectionType(
  'Statement',
  () => Statement,
  'A page of statements in the order of the days on which they were made.',
);
export const EntityConnection = connectionType('Entity', () => Entity, 'A page of entities, the best match first.');
export const RelationshipConnection = connectionType(
  'Relationship',
  () => Relationship,
  'A page of lasting facts, by kind, then time.',
);
export const AccountConnection = connectionType(
  'Account',
  () => Account,
  'A page of accounts of one event, in the order of publication.',
);
