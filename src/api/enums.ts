import { registerEnumType } from 'type-graphql';

/** The contract's words, as enums: upper case outside, the contract's own inside. */
export const EntityType = {
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  PLACE: 'Place',
  GROUP: 'Group',
} as const;
registerEnumType(EntityType, {
  name: 'EntityType',
  description: 'What an entity is.',
  valuesConfig: {
    PERSON: { description: 'A human being, alive, dead or said to be.' },
    ORGANIZATION: { description: 'A body with a name: state, party, company, alliance.' },
    PLACE: { description: 'A country, town, building, river.' },
    GROUP: { description: 'Unnamed or collective actors: "protesters", "armed groups".' },
  },
});

export const StatementKind = { DIRECT: 'direct', INDIRECT: 'indirect', MIXED: 'mixed' } as const;
registerEnumType(StatementKind, {
  name: 'StatementKind',
  description: 'How words are given.',
  valuesConfig: {
    DIRECT: { description: 'Within quotation marks.' },
    INDIRECT: { description: 'Retold.' },
    MIXED: { description: 'Retold, with words within quotation marks.' },
  },
});

export const Stance = { SUPPORTIVE: 'supportive', CRITICAL: 'critical', NEUTRAL: 'neutral' } as const;
registerEnumType(Stance, {
  name: 'Stance',
  description: 'What a statement thinks of its target.',
  valuesConfig: {
    SUPPORTIVE: { description: 'For it.' },
    CRITICAL: { description: 'Against it.' },
    NEUTRAL: { description: 'Neither.' },
  },
});

export const Role = { ACTOR: 'actor', RECIPIENT: 'recipient' } as const;
registerEnumType(Role, {
  name: 'Role',
  description: 'Part in an event.',
  valuesConfig: {
    ACTOR: { description: 'Does it.' },
    RECIPIENT: { description: 'It is done to, for or with them.' },
  },
});

export const Modality = {
  ACTUAL: 'actual',
  ONGOING: 'ongoing',
  PLANNED: 'planned',
  CONDITIONAL: 'conditional',
  HYPOTHETICAL: 'hypothetical',
  NEGATED: 'negated',
} as const;
registerEnumType(Modality, {
  name: 'Modality',
  description: 'How sure an event is to the one who tells of it.',
  valuesConfig: {
    ACTUAL: { description: 'It happened.' },
    ONGOING: { description: 'It is happening.' },
    PLANNED: { description: 'It is to happen.' },
    CONDITIONAL: { description: 'It happens if something else does.' },
    HYPOTHETICAL: { description: 'It may have happened, or may happen.' },
    NEGATED: { description: 'It did not happen.' },
  },
});

export const StandingEnum = {
  NARRATED: 'NARRATED',
  CLAIMED: 'CLAIMED',
  DISPUTED: 'DISPUTED',
  DENIED: 'DENIED',
  PLANNED: 'PLANNED',
} as const;
registerEnumType(StandingEnum, {
  name: 'Standing',
  description: 'What all who tell of an event make of it together.',
  valuesConfig: {
    NARRATED: { description: 'An article says in its own voice that it happened.' },
    CLAIMED: { description: 'Only speakers say that it happened.' },
    DISPUTED: { description: 'Some say that it happened, others that it did not.' },
    DENIED: { description: 'It is only said not to have happened.' },
    PLANNED: { description: 'It is planned, conditional or possible.' },
  },
});

export const Match = { POSSIBLY: 'POSSIBLY', CERTAINLY: 'CERTAINLY' } as const;
registerEnumType(Match, {
  name: 'Match',
  description: 'How a time that is known only roughly is compared with the days asked for.',
  valuesConfig: {
    POSSIBLY: { description: 'It can lie within them.' },
    CERTAINLY: { description: 'It cannot lie outside them.' },
  },
});

export const Order = { OLDEST_FIRST: 'OLDEST_FIRST', NEWEST_FIRST: 'NEWEST_FIRST' } as const;
registerEnumType(Order, {
  name: 'Order',
  description: 'Which end of a list in the order of time comes first.',
  valuesConfig: {
    OLDEST_FIRST: { description: 'The oldest; what has no day comes last.' },
    NEWEST_FIRST: { description: 'The newest; what has no day comes first.' },
  },
});

export const PlacedBy = { TIME: 'TIME', LINKS: 'LINKS', NOTHING: 'NOTHING' } as const;
registerEnumType(PlacedBy, {
  name: 'PlacedBy',
  description: 'What tells where an event stands in a timeline.',
  valuesConfig: {
    TIME: { description: 'Its own time.' },
    LINKS: { description: 'Other events that it comes before, after or with: it has no time of its own.' },
    NOTHING: { description: 'Nothing: it stands at the end.' },
  },
});

export const TimeBasis = {
  EXPLICIT: 'explicit',
  RELATIVE: 'relative',
  NARRATIVE: 'narrative',
  PUBLICATION: 'publication',
} as const;
registerEnumType(TimeBasis, {
  name: 'TimeBasis',
  description: 'What a time was taken from.',
  valuesConfig: {
    EXPLICIT: { description: 'The text names it in full.' },
    RELATIVE: { description: 'Counted from the day of publication or another day: "on Thursday".' },
    NARRATIVE: { description: 'The day that the story is at.' },
    PUBLICATION: { description: 'The day of publication, for want of another.' },
  },
});

export const ChangeKindEnum = {
  ADDED: 'added',
  REPLACED: 'replaced',
  OLDER: 'older',
  RETRACTED: 'retracted',
  DECIDED: 'decided',
  UNDONE: 'undone',
} as const;
registerEnumType(ChangeKindEnum, {
  name: 'ChangeKind',
  description: 'What happened to the graph.',
  valuesConfig: {
    ADDED: { description: 'A new article came in.' },
    REPLACED: { description: 'A newer version, or a newer reading, took the place of an older one.' },
    OLDER: { description: 'A version came in that is older than the current one, and is kept behind it.' },
    RETRACTED: { description: 'An article was retracted, and what only it said is gone.' },
    DECIDED: { description: 'A curator merged, parted, renamed, corrected or withdrew.' },
    UNDONE: { description: 'A decision no longer holds.' },
  },
});
