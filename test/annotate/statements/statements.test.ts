import { describe, expect, test } from '@jest/globals';
import type { Extraction } from '../../../src/knowledge/extraction.ts';
import { type Marked, marked } from '../../../src/vocabulary/marked.ts';
import { annotated, extracted } from '../../support/annotated.ts';

type Statement = Extraction['statements'][number];
interface Range {
  readonly start: number;
  readonly end: number;
}

const overlap = (one: readonly Range[], other: readonly Range[]) => {
  let shared = 0;
  for (const a of one)
    for (const b of other) shared += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return shared;
};
const length = (spans: readonly Range[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** The statement that has most of the marked words, and little else. */
function statementOf(extraction: Extraction, { spans }: Marked, role = 'content'): Statement | undefined {
  const gold = spans.filter((span) => span.role === role);
  return extraction.statements.find(({ content }) => {
    const shared = overlap(content, gold);
    return shared >= 0.6 * length(gold) && shared >= 0.6 * length(content);
  });
}

const nameOf = ({ entities }: Extraction, id: string | null) =>
  entities.find((entity) => entity.id === id)?.name ?? null;

describe('who says what', () => {
  test.each<[what: string, sentence: string, speaker: string | null]>([
    ['plain', 'Mayor {source:Ilse Varga} {cue:said} {content:the ferry would run again on Monday}.', 'Ilse Varga'],
    ['nobody', '{source:No group} has {cue:claimed} {content:responsibility for the fire}.', null],
    [
      'apposition between name and cue',
      '“{content:Nobody slept that night},” {source:Hugh Lorne}, a doctor at the clinic, {cue:said}.',
      'Hugh Lorne',
    ],
    ['inverted order', '“{content:The dam will hold},” {cue:said} {source:Odile Quist}.', 'Odile Quist'],
    [
      'split by the cue',
      '“{content:The dam},” {source:Odile Quist} {cue:said}, “{content:will hold until the spring}.”',
      'Odile Quist',
    ],
    [
      'a further quotation of the paragraph',
      '“{content:We will come},” {source:Piet Lorne} {cue:said}. “{content:We will not bring any weapons}.”',
      'Piet Lorne',
    ],
    [
      'a quotation in a quotation',
      '“{content:She told me ‘go home’ and I went home},” {source:Sana Melk} {cue:said}.',
      'Sana Melk',
    ],
    [
      'passive',
      '{source:Joan Pell} was {cue:quoted} as saying that {content:the bridge had never been safe}.',
      'Joan Pell',
    ],
    ['plural speakers', '{source:Officials} {cue:said} {content:the road would stay closed for a week}.', 'Officials'],
    [
      'according to, at the end',
      '{content:The barge broke loose at two in the morning}, {cue:according to} {source:the harbour authority}.',
      'the harbour authority',
    ],
    [
      'a time before the speaker',
      'On Tuesday {source:Ilan Verko} {cue:said} {content:the talks had failed}.',
      'Ilan Verko',
    ],
    [
      'a denial',
      '{source:Jonas Ebrecht} {cue:denied} {content:that he had taken money from the company}.',
      'Jonas Ebrecht',
    ],
    ['blame', '{source:Karvania} {cue:blamed} {content:the blackout on hackers from the north}.', 'Karvania'],
    [
      'a headline with a colon',
      '{source:Varga}: {content:We will not yield to the strikers}\nMayor Ilse Varga met the strikers on Monday.',
      'Ilse Varga',
    ],
    ['a transcript', '{source:ODUYA}: {content:I never signed that letter, and I never will}.', null],
    [
      'a signature',
      '“{content:I am ashamed of what we did at the harbour that night}.” — {source:Mara Oduya}',
      'Mara Oduya',
    ],
    ['a post', '“{content:The vote was stolen from us},” {source:Tomas Reyk} {cue:wrote} on Twitter.', 'Tomas Reyk'],
    ['a tweet', '{source:Sana Melk} {cue:tweeted} {content:that the old bridge was gone}.', 'Sana Melk'],
    [
      'a denial of a deed',
      '{source:Jonas Ebrecht} {cue:denied} {content:taking money from the company}.',
      'Jonas Ebrecht',
    ],
    ['a thing rejected', '{source:Jonas Ebrecht} {cue:rejected} {content:the call for a new vote}.', 'Jonas Ebrecht'],
    [
      'a thing ruled out',
      'Finance Minister {source:Odile Quist} {cue:ruled out} {content:a reversal of the tax}.',
      'Odile Quist',
    ],
    ['a count', '{source:The coastguard} {cue:put} {content:the number of missing sailors at nine}.', 'The coastguard'],
    [
      'an accusation in a relative clause',
      'The text does not name Tavia, which {source:Jonas Ebrecht} has {cue:accused} {content:of arming smugglers}.',
      'Jonas Ebrecht',
    ],
    [
      'one of a group',
      'The drivers lifted the blockade.\n{source:One of them}, who gave no name, {cue:said} {content:they would come back on Friday}.',
      'One of them',
    ],
    [
      'a body named beside its noun',
      'Ostrova’s party, {source:Fair Harbour}, {cue:said} {content:it would challenge the decree in court}.',
      'Fair Harbour',
    ],
    [
      'a participle',
      'Mayor {source:Ilse Varga} defended the plan, {cue:saying} {content:it would save the harbour}.',
      'Ilse Varga',
    ],
  ])('%s', async (_what, sentence, speaker) => {
    const gold = marked(sentence);
    const extraction = await extracted(gold.text);
    const found = statementOf(extraction, gold);
    expect(found).toBeDefined();
    const source = gold.spans.find(({ role }) => role === 'source')!;
    const cue = gold.spans.find(({ role }) => role === 'cue');
    expect(overlap([found!.source!], [source])).toBeGreaterThan(0);
    if (cue) expect(overlap([found!.cue!], [cue])).toBeGreaterThan(0);
    if (speaker !== null) expect(nameOf(extraction, found!.speaker)).toBe(speaker);
  });

  test('what else whoever speaks did is not said', async () => {
    const text = 'The Harbour Union accused Ilse Varga of hiding debts and demanded her resignation.';
    const { statements } = await extracted(text);
    expect(statements[0]!.content.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Ilse Varga of hiding debts',
    ]);
  });

  test.each([
    [
      'who is asked is not what is asked',
      'Two speechwriters implored the senator to bring the line back.',
      ['the senator to bring the line back'],
    ],
    [
      'who denies what is said is not of it',
      'Islamabad accuses Kabul of sheltering the leaders of the group, which the Taliban deny.',
      ['Kabul of sheltering the leaders of the group'],
    ],
    [
      'who strikes over plans has made none',
      'The dispute began when 2,300 workers walked out over plans to scrap a bonus scheme.',
      [],
    ],
  ])('%s', async (_what, text, words) => {
    const { statements } = await extracted(text);
    expect(statements.map(({ content }) => content.map(({ start, end }) => text.slice(start, end)).join(' '))).toEqual(
      words,
    );
  });

  test('what is expected of somebody is said once', async () => {
    const text =
      'Peace envoy Piet Lorne met in Tarn last week with representatives of both sides but failed to secure a truce. He is expected to return to the region on Saturday.';
    const { statements } = await extracted(text);
    expect(statements.map(({ content }) => content.map(({ start, end }) => text.slice(start, end)))).toEqual([
      ['He', 'to return to the region on Saturday'],
    ]);
  });

  test('a sentence is no speech of the court', async () => {
    const { statements } = await extracted(
      'A court sentenced Ilse Varga to nine years for taking bribes, in the harshest ruling since the port joined the league.',
    );
    expect(statements).toEqual([]);
  });

  test.each<[what: string, text: string, content: string, speaker: string]>([
    [
      'a pronoun is the man before it',
      'Defence Minister Piet Lorne arrived in Port Maren on Monday.\nHe said {content:the army would not leave the island}.',
      'content',
      'Piet Lorne',
    ],
    [
      'two people and one "she"',
      'Mayor Irina Varga met President Viktor Osten in Port Maren.\nShe said {content:the harbour needed new cranes}.',
      'content',
      'Irina Varga',
    ],
    [
      'two people and one "he"',
      'Mayor Irina Varga met President Viktor Osten in Port Maren.\nHe said {content:the harbour needed new cranes}.',
      'content',
      'Viktor Osten',
    ],
    [
      'a nominal is its bearer',
      'Drevian President Anselm Kord spoke on Monday.\nThe Drevian leader said {content:the strike was over}.',
      'content',
      'Anselm Kord',
    ],
    [
      'whoever spoke just before, not who spoke earlier',
      '“Nobody was hurt,” police spokesman Milos Verko said. “He is lucky,” he added.\nThe road will be shut for a week, engineer Tomas Reyk said. “{content:It needs a new bridge},” he told the paper.',
      'content',
      'Tomas Reyk',
    ],
    [
      'whoever acted just before, not who spoke earlier',
      '“Nobody was hurt,” police spokesman Milos Verko said.\nPiet Lorne, who owns the quarry, suspended the work on Monday. But he said {content:it would begin again on Friday}.',
      'content',
      'Piet Lorne',
    ],
    [
      'whoever the sentence before is about, where no words of saying stand by',
      'Odile Quist, the mayor, was shown the letter on Monday.\nQuist laughed out loud when she saw it. “{content:I was a schoolteacher. I taught his sons}.”',
      'content',
      'Odile Quist',
    ],
    [
      'an answer in an interview',
      'When the dam gave way, the mayor, Odile Quist, was at home.\nWere there any warnings?\n“The engineers wrote to the ministry in January,” Quist says. “We have the letter.”\nWhat will you tell the minister?\n“{content:That people here can count. That they know what was promised and what came}.”',
      'content',
      'Odile Quist',
    ],
    [
      'a whole clause before the words of saying',
      '{content:President Anselm Kord, 68, who won a third term in a vote the opposition called rigged, was flown to Togo on an army plane}, two officials told Merro News.',
      'content',
      'two officials',
    ],
    [
      'what somebody would do ends where what he did begins',
      'Mayor Piet Lorne said {content:he would appeal} and described the trial as a farce.',
      'content',
      'Piet Lorne',
    ],
    [
      'a surname',
      'Mara Oduya, the owner of the yard, lost everything in the fire.\n“{content:I do not know where to begin},” Oduya said.',
      'content',
      'Mara Oduya',
    ],
  ])('%s', async (_what, text, role, speaker) => {
    const gold = marked(text);
    const extraction = await extracted(gold.text);
    expect(nameOf(extraction, statementOf(extraction, gold, role)?.speaker ?? null)).toBe(speaker);
  });

  test('a quotation over two paragraphs has one speaker', async () => {
    const text =
      '“We lost everything in the fire,” Sana Melk said. “The roof is gone.\n“But we will build it again, and it will be better than before.”';
    const extraction = await extracted(text);
    const direct = extraction.statements.filter(({ kind }) => kind === 'direct');
    expect(direct.length).toBeGreaterThan(1);
    expect(new Set(direct.map(({ speaker }) => nameOf(extraction, speaker)))).toEqual(new Set(['Sana Melk']));
  });

  // Each line is a statement: who says it, the words, and the line that it stands within.
  test.each<[what: string, text: string, expected: [speaker: string | null, words: string, within: number | null][]]>([
    [
      'an agency says that somebody said',
      'Merro News said President Ilse Varga had told lawmakers that the dam was safe.',
      [
        ['Merro News', 'President Ilse Varga had told lawmakers that the dam was safe', null],
        ['Ilse Varga', 'that the dam was safe', 0],
      ],
    ],
    [
      'quoted as saying',
      'State radio quoted the ministry as saying that four ships had sunk.',
      [
        ['State radio', 'that four ships had sunk', null],
        ['the ministry', 'that four ships had sunk', 0],
      ],
    ],
    [
      'told him',
      'Mara Oduya said the minister had told him the bank was empty.',
      [
        ['Mara Oduya', 'the minister had told him the bank was empty', null],
        ['the minister', 'the bank was empty', 0],
      ],
    ],
    [
      'citing somebody',
      'The Tarn Gazette, citing a port official, said the ferry had been sold.',
      [
        ['Tarn Gazette', 'the ferry had been sold', null],
        ['a port official', 'the ferry had been sold', 0],
      ],
    ],
    [
      'a threat that somebody tells of',
      'Sana Melk had threatened to leave the council, the mayor said.',
      [
        ['the mayor', 'Sana Melk had threatened to leave the council', null],
        ['Sana Melk', 'to leave the council', 0],
      ],
    ],
    [
      'a quotation in a quotation',
      '“A tall man shouted, ‘Sit down, they will not shoot,’ and then they shot,” Joan Molnar said.',
      [
        ['Joan Molnar', 'A tall man shouted, ‘Sit down, they will not shoot,’ and then they shot', null],
        ['A tall man', 'Sit down, they will not shoot', 0],
      ],
    ],
    [
      'what somebody calls it, in the words of another',
      'Odile Quist said the mayor had called the plan a trick.',
      [
        ['Odile Quist', 'the mayor had called the plan a trick', null],
        ['the mayor', 'a trick', 0],
      ],
    ],
    ['it was said, by nobody', 'It was said that the lake had no floor.', [[null, 'that the lake had no floor', null]]],
    [
      'nobody has said',
      'Odile Quist said the mayor had never told her that the dam leaked.',
      [['Odile Quist', 'the mayor had never told her that the dam leaked', null]],
    ],
  ])('nested: %s', async (_what, text, expected) => {
    const extraction = await extracted(text);
    const { statements } = extraction;
    expect(
      statements.map(({ speaker, content, within }) => [
        nameOf(extraction, speaker),
        text.slice(content[0]!.start, content.at(-1)!.end),
        within === null ? null : statements.findIndex(({ id }) => id === within),
      ]),
    ).toEqual(expected);
  });

  test.each([
    ['whom somebody dismisses', 'Lethian President Aldo Merin dismissed the head of the army on Tuesday.'],
    [
      'whom a body names',
      'Halvard Lines named Sana Melk as its chief executive on Monday after Ivo Kerr stepped down over a failed merger with a rival.',
    ],
    ['a punishment with its reason', 'The government fined the mill for dumping waste in the river.'],
    ['silence', 'The ministry did not say whether the ferry would run again.'],
    ['what somebody is asked', 'Asked about the ferry, Odile Quist left the room.'],
    ['an act', 'The council approved it on Monday.'],
    ['a name that is quoted', 'It was Monday when the paper, citing Odile Quist, went to print.'],
    ['what others expect of somebody', 'Hugh Lorne is among those expected to attend.'],
    ['what others expect of who is told of aside', 'Ada Quist, whom a poll by Piet Lorne favours, is expected to run.'],
    ['what whoever stands trial is accused of', 'Piet Lorne went on trial on Monday accused of steering contracts.'],
    ['a name that some give themselves', 'The gunmen, who called themselves the Sons of the Ridge, fled.'],
    ['a trip that is called off', 'Hugh Lorne cancelled a trip to Bergen planned for later this month.'],
  ])('%s is no statement', async (_what, text) => {
    expect((await extracted(text)).statements).toEqual([]);
  });

  test('to decline to comment is a statement of its own class', async () => {
    const extraction = await extracted('Tavia’s finance ministry declined to comment on the loan.');
    expect(extraction.statements.map(({ cue }) => cue?.class)).toEqual(['decline']);
  });

  test.each([
    ['The mayor called for calm on Monday.', 'appeal'],
    ['Two deputies have called on Piet Lorne to resign.', 'appeal'],
    ['The mayor called the strike a disgrace.', 'state'],
  ])('the class of a word of saying goes by its preposition: %s', async (text, kind) => {
    expect((await extracted(text)).statements.map(({ cue }) => cue?.class)).toEqual([kind]);
  });

  test('“I” is whoever speaks', async () => {
    const text = '“I have never been to Tarn,” Sana Melk said.';
    const { entities } = await extracted(text);
    const melk = entities.find(({ name }) => name === 'Sana Melk')!;
    expect(melk.mentions.map(({ start, end }) => text.slice(start, end))).toContain('I');
  });

  test.each([
    ['a nickname', 'Viktor “The Bull” Osten won the race in Port Maren.'],
    ['a title', 'She sang “The River of Tarn” at the opening of the hall.'],
    ['a term', 'The army calls such villages “safe zones”.'],
  ])('%s in quotation marks is nobody’s statement', async (_what, text) => {
    const { layers } = await annotated(text);
    expect(layers.quotations.quotations.filter(({ kind }) => kind === 'direct')).toEqual([]);
    expect(layers.quotations.scareQuotes.length).toBe(1);
  });

  test('whom it is said to, where, and about whom', async () => {
    const text = 'President Anselm Kord told lawmakers by video link that the rebels had burned the port.';
    const { statements, entities } = await extracted(text);
    const [one] = statements as [Statement];
    const name = (id: string) => entities.find((entity) => entity.id === id)?.name;
    expect(one.audience.map(({ entity }) => name(entity))).toEqual(['lawmakers']);
    expect(one.setting && text.slice(one.setting.start, one.setting.end)).toBe('by video link');
    expect(one.about.map(({ target }) => name(target))).toContain('the rebels');
  });

  test.each<[sentence: string, denied: readonly string[], others: readonly string[]]>([
    ['It was not because of the arrests that the dockers left, Ilse Varga said.', ['arrests'], ['the dockers']],
    ['Ilse Varga said they went home not because of the arrests but because of the storm.', ['arrests'], []],
    ['Ilse Varga said the dockers had not gone home because of the arrests.', ['arrests', 'the dockers'], []],
    ['The envoy denied that the Harbour Union was behind the raid.', ['Harbour Union'], []],
    ['The envoy did not deny that the Harbour Union was behind the raid.', [], ['Harbour Union']],
    ['The envoy denied that the Harbour Union was not behind the raid.', [], ['Harbour Union']],
    ['Ilse Varga said the Harbour Union was behind the raid.', [], ['Harbour Union']],
    ['Ilse Varga said the Harbour Union was not behind the raid.', ['Harbour Union'], []],
    [
      'Ilse Varga said it was not the Harbour Union but Halvard Lines that had paid the guards.',
      ['Harbour Union'],
      ['Halvard Lines'],
    ],
    [
      'Ilse Varga said the fire was caused not by the Harbour Union but by Halvard Lines.',
      ['Harbour Union'],
      ['Halvard Lines'],
    ],
    [
      'Ilse Varga said neither Halvard Lines nor the Harbour Union was to blame.',
      ['Halvard Lines', 'Harbour Union'],
      [],
    ],
    ['Ilse Varga said she did not believe the Harbour Union had fired first.', ['Harbour Union'], []],
    ['Ilse Varga said there was no evidence that the Harbour Union had fired first.', ['Harbour Union'], []],
    ['It is not true that Halvard Lines paid them, Ilse Varga said.', ['Halvard Lines'], []],
    ['Odile Quist rejected claims that Halvard Lines had bribed the judge.', ['Halvard Lines', 'the judge'], []],
    ['Ilse Varga blamed Halvard Lines, not the Harbour Union, for the fire.', ['Harbour Union'], ['Halvard Lines']],
    ['The colonel denied the raid.', ['raid'], []],
    ['If the mayor does not come, we will block the road, Ilse Varga warned.', [], ['the mayor']],
    ['Ilse Varga rejected claims by the premier that the dockers had been bribed.', ['the dockers'], []],
    ['Ilse Varga said Halvard Lines would not pay the Harbour Union.', [], ['Halvard Lines', 'Harbour Union']],
  ])('what is denied: %s', async (text, denied, others) => {
    const { statements } = await extracted(text);
    const told = statements.flatMap(({ about }) => about);
    const words = (isDenied: boolean) =>
      told.filter((each) => each.denied === isDenied).map(({ start, end }) => text.slice(start, end));
    expect([...new Set(words(true))].sort()).toEqual([...denied].sort());
    expect(words(false)).toEqual(expect.arrayContaining([...others]));
  });

  test.each<[sentence: string, audience: readonly string[], setting: string | null]>([
    [
      'The minister, Sana Melk, said in a letter to the council that the port would close.',
      ['the council'],
      'in a letter to the council',
    ],
    [
      'Piet Lorne told reporters at a briefing in Tarn that the bridge was safe.',
      ['reporters'],
      'at a briefing in Tarn',
    ],
    [
      'In an interview with the Halvard Gazette, Sana Melk said the talks had failed.',
      ['Halvard Gazette'],
      'In an interview with the Halvard Gazette',
    ],
    [
      '“The dam will hold,” Odile Quist said in a telephone interview with Radio Maren.',
      ['Radio Maren'],
      'in a telephone interview with Radio Maren',
    ],
    ['Addressing parliament on Monday, Prime Minister Sana Melk said the treaty was dead.', ['parliament'], null],
    ['Speaking to reporters in Maren, Sana Melk said the treaty was dead.', ['reporters'], null],
    ['Speaking by video link, Sana Melk said the treaty was dead.', [], 'by video link'],
    ['Sana Melk, who spoke by video link, said the treaty was dead.', [], 'by video link'],
    ['Speaking at a rally in Tarn, Hugh Oduya accused the bank of hiding its debts.', [], 'at a rally in Tarn'],
    ['The ministry said in a statement on its website that the dam would hold.', [], 'in a statement on its website'],
    ['“The dam will hold,” Odile Quist wrote in a message to her staff.', ['her staff'], 'in a message to her staff'],
    [
      '“We have lost the harbour,” Anselm Kord told his ministers at an emergency meeting.',
      ['his ministers'],
      'at an emergency meeting',
    ],
    [
      'In a call with Anselm Kord, Odile Quist warned that the dam would not hold.',
      ['Anselm Kord'],
      'In a call with Anselm Kord',
    ],
    ['Sana Melk told a rally of farmers on Friday that she would not resign.', ['farmers'], 'a rally of farmers'],
    [
      'Viktor Osten told a summit of the Harbour Alliance that the troops had saved Drevia.',
      ['Harbour Alliance'],
      'a summit of the Harbour Alliance',
    ],
    ['Odile Quist wrote on X that the dam would hold.', [], 'on X'],
    ['Odile Quist said the dam would hold after a letter to the council was found.', [], null],
    ['Odile Quist wrote to the council that the dam would hold.', ['the council'], null],
  ])('to whom and where: %s', async (text, audience, setting) => {
    const { statements, entities } = await extracted(text);
    const [one] = statements as [Statement];
    expect(one.audience.map(({ entity }) => entities.find(({ id }) => id === entity)?.name)).toEqual(audience);
    expect(one.setting && text.slice(one.setting.start, one.setting.end)).toBe(setting);
  });

  test.each([
    ['praised', 'Mayor Ilse Varga praised Piet Lorne for his courage during the flood.', 'Piet Lorne', 'supportive'],
    ['accused', 'Mayor Ilse Varga accused Piet Lorne of hiding the debts of the port.', 'Piet Lorne', 'critical'],
  ])('the stance of “%s”', async (_cue, text, target, stance) => {
    const { statements, entities } = await extracted(text);
    const id = entities.find(({ name }) => name === target)?.id;
    expect(
      statements.flatMap(({ about }) => about.filter((each) => each.target === id).map((each) => each.stance)),
    ).toContain(stance);
  });

  test.each([
    ['nothing', ''],
    ['no letters', '… — ! ?'],
    ['an unclosed mark', '“'],
    ['marks only', '“”'.repeat(300)],
    ['one long sentence', `Ilse Varga said ${'that the sea was high and '.repeat(400)}.`],
  ])('%s is read without harm', async (_what, text) => {
    expect(await extracted(text)).toHaveProperty('statements');
  });
});
