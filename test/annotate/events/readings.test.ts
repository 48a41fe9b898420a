import { describe, expect, test } from '@jest/globals';
import type { Extraction } from '../../../src/knowledge/extraction.ts';
import { marked } from '../../../src/vocabulary/marked.ts';
import { extracted } from '../../support/annotated.ts';

const touches = (one: { start: number; end: number }, other: { start: number; end: number }) =>
  one.start < other.end && other.start < one.end;

/** What is read otherwise than a sentence is marked: `{trigger.kind:words}`, and who does what to whom. */
function faultsOf({ events }: Extraction, modality: string, text: string, spans: ReturnType<typeof marked>['spans']) {
  const trigger = spans.find(({ role }) => role === 'trigger')!;
  const kind = trigger.detail!.toUpperCase();
  const event = events.find(({ type, mentions }) => type === kind && mentions.some((each) => touches(each, trigger)));
  if (!event) return [`no ${kind}, but ${events.map(({ type, lemma }) => `${type} ${lemma}`)}`];
  const faults = event.modality === modality ? [] : [`${event.modality}, not ${modality}`];
  for (const span of spans.filter(({ role }) => role !== 'trigger'))
    if (!event.participants.some((each) => each.role === span.role && touches(each, span)))
      faults.push(`no ${span.role} ${text.slice(span.start, span.end)}`);
  return faults;
}

describe('what happened, who did it to whom, and whether it did', () => {
  test.each<[modality: string, sentence: string]>([
    ['actual', '{actor:Sorrena} {trigger.accuse:accused} {recipient:the harbour board} of hiding the figures.'],
    ['actual', '{actor:The bloc} {trigger.concede:lifted} most of its sanctions on {recipient:Sorrena}.'],
    ['actual', '{actor:Special forces} {trigger.assault:stormed} {recipient:a mountain hotel} on Saturday.'],
    ['actual', '{actor:An allegedly drunk driver} struck and {trigger.other:killed} {recipient:a woman}.'],
    ['actual', '{actor:Dahl} {trigger.assault:attacked} {recipient:Ingrid Sand} with a hammer in Velm.'],
    ['actual', 'It was the worst year since a tanker {trigger.other:exploded} in the port.'],
    [
      'actual',
      'He left for Velmora. Velmoran President {actor:Irma Sand} {trigger.mobilize:sent} two navy helicopters.',
    ],
    ['planned', 'The town is awaiting the {trigger.mobilize:arrival} of troops.'],
    ['actual', 'A man was held for {trigger.other:striking} {recipient:a cyclist} with his van.'],
    ['actual', 'The Rovers nose tackle {recipient:Jon Melk} was {trigger.coerce:arrested} on Sunday.'],
    ['actual', 'A baker {trigger.protest:marched} with {actor:her husband} on Monday.'],
    ['actual', 'When the {trigger.other:dam gave way} in May, the mill was lost.'],
    ['actual', '{actor:The African Union} {trigger.sanction:suspended} {recipient:Norway}.'],
    [
      'actual',
      '{actor:The Tehrik group} {trigger.reject:ended a ceasefire} with {recipient:the government} in November.',
    ],
    ['planned', '{actor:Both countries} will {trigger.retreat:pull out} {recipient:their officers} by June 30.'],
    ['planned', '{actor:The fighters} were planning to {trigger.assault:attack} {recipient:a police station}.'],
    ['actual', '{recipient:Two policemen} were {trigger.assault:wounded} when a roadside bomb went off in Port Adra.'],
    ['actual', '{recipient:Opposition leader} {trigger.retreat:freed} in prisoner swap'],
    ['actual', 'Rights groups {trigger.request:called on} {recipient:Sorrena} to free the dockers.'],
    ['planned', 'An officer was jailed for plotting to {trigger.assault:blow up} {recipient:a pipeline}.'],
    ['actual', '{recipient:Forty-one people} were {trigger.aid:rescued} by {actor:fishermen}.'],
    ['actual', 'Melk ousted the premier, {recipient:who} has been under {trigger.coerce:house arrest} since then.'],
    ['actual', '{actor:The Rapid Guard} has {trigger.coerce:encircled} {recipient:the town} since May.'],
    ['actual', '{actor:Sorrena} {trigger.cooperate:bought} 12 drones from {recipient:Velmora} last year.'],
    ['actual', 'He had planned the {trigger.assault:bombing} of {recipient:a market} that left 63 people dead.'],
    [
      'planned',
      '{actor:Halvane Foods} to {trigger.other:buy} rival {recipient:Marlow} for $4.2 billion, cut 1,800 jobs',
    ],
    ['negated', 'The company, which was not on {trigger.accuse:trial}, declined to comment.'],
    ['hypothetical', 'The union said it would ballot its members on {trigger.protest:strike} action.'],
    [
      'actual',
      '{actor:A court} on Thursday {trigger.sanction:sentenced} former defence {recipient:minister Jon Melk} to nine years in prison.',
    ],
    [
      'actual',
      '{recipient:The harbour board} was {trigger.accuse:accused} by {actor:two inspectors} of hiding the figures.',
    ],
    ['actual', '{actor:Senator Ilse Marrow} {trigger.accuse:condemned} {recipient:the militia}.'],
    ['actual', '{recipient:The treasurer} was {trigger.accuse:charged} with fraud on Monday.'],
    ['actual', '{actor:The ombudsman} {trigger.accuse:opened an inquiry} into {recipient:the prison service}.'],
    ['actual', "{actor:The premier} {trigger.accuse:blamed} Halvania's unrest on {recipient:smugglers}."],
    ['planned', '{actor:Drevia} to {trigger.aid:send} {recipient:refugees} blankets'],
    ['actual', 'Rebels blamed {actor:army artillery} for a {trigger.assault:strike} on {recipient:a clinic}.'],
    ['actual', 'The mayor spoke of a bombing in which {recipient:seven people} {trigger.assault:died}.'],
    ['actual', '{actor:Drevia} {trigger.aid:gave} the port 2 million crowns in aid.'],
    ['planned', '{actor:The villagers} will {trigger.accuse:sue} {recipient:the quarry company} in May.'],
    ['negated', '{actor:The envoy} did not {trigger.accuse:blame} {recipient:Velmora}.'],
    ['conditional', '{actor:The union} would {trigger.accuse:sue} {recipient:the ministry} if the plant closed.'],
    ['hypothetical', '{actor:Prosecutors} may {trigger.accuse:indict} {recipient:the mayor} next week.'],
    ['ongoing', '{actor:Detectives} are {trigger.accuse:investigating} {recipient:the bank}.'],
    ['actual', '{actor:Drevia} {trigger.agree:agreed to} share its flood data.'],
    ['actual', '{actor:The lender} {trigger.agree:pledged} 40 million crowns for {recipient:Halvania}.'],
    ['actual', '{actor:The two ministers} {trigger.agree:reached an agreement} on the canal.'],
    ['planned', '{actor:A court in Brenholt} ordered the {trigger.coerce:arrest} of {recipient:two dockers}.'],
    ['planned', '{actor:The general} ordered an {trigger.assault:attack} on {recipient:Saltmere}.'],
    ['actual', '{actor:Minister Ilan Verko} said that {recipient:Drevia} {trigger.request:must} reopen the mill.'],
    ['actual', '{actor:The League} says {recipient:Sorrena} {trigger.request:must} free the sailors.'],
    ['actual', '{actor:Velmora} {trigger.agree:offered} mediation to {recipient:the rebels}.'],
    ['negated', '{actor:The council} has not {trigger.agree:agreed to} any talks.'],
    ['planned', '{actor:The parties} will {trigger.agree:strike a deal} on Friday.'],
    ['hypothetical', '{actor:Karvania} could {trigger.agree:accept} the invitation.'],
    ['actual', '{actor:The charity} {trigger.aid:delivered} tents to {recipient:the villagers}.'],
    ['actual', '{recipient:The families} were {trigger.aid:rescued} by {actor:the coastguard} at dawn.'],
    ['actual', '{actor:Halvania} {trigger.aid:airlifted} food to {recipient:the refugees}.'],
    ['planned', '{actor:The league} will {trigger.aid:send} doctors to {recipient:Drevia}.'],
    ['negated', '{actor:Sorrena} has not {trigger.aid:provided} any weapons to {recipient:the rebels}.'],
    ['ongoing', '{actor:The navy} is {trigger.aid:evacuating} {recipient:residents} from the island.'],
    [
      'conditional',
      '{actor:The bank} would {trigger.aid:lend} the money to {recipient:Drevia} if parliament approved.',
    ],
    ['actual', '{actor:The ministry} {trigger.aid:donated} 3,000 blankets to {recipient:the hospital}.'],
    ['actual', '{actor:Velmora} {trigger.aid:trained} {recipient:the rebels} in 2019, the report said.'],
    ['actual', '{actor:Gunmen} {trigger.assault:attacked} {recipient:a convoy} near the border.'],
    ['actual', '{recipient:A convoy} was {trigger.assault:attacked} by {actor:gunmen} near the border.'],
    ['actual', '{actor:Soldiers} {trigger.assault:opened fire} on {recipient:the crowd}.'],
    ['actual', '{actor:Police} {trigger.assault:fired tear gas} at {recipient:the marchers}.'],
    ['actual', '{actor:The rebels} {trigger.assault:launched an attack} on {recipient:the garrison}.'],
    ['actual', 'The {trigger.assault:murder} of {recipient:the judge} shocked the town.'],
    ['negated', '{actor:Police} did not {trigger.assault:fire on} {recipient:the strikers}.'],
    [
      'negated',
      'The ministry denied that {actor:its officers} had {trigger.assault:beaten} {recipient:the detainees}.',
    ],
    ['negated', 'None of {actor:the soldiers} {trigger.assault:fired a shot}.'],
    ['planned', '{actor:The colonel} plans to {trigger.assault:bombard} {recipient:the port}.'],
    ['conditional', '{actor:Militants} could {trigger.assault:attack} {recipient:the convoy} if it left.'],
    ['hypothetical', '{actor:The guards} might have {trigger.assault:shot} {recipient:the driver}.'],
    ['ongoing', '{actor:Artillery} is {trigger.assault:shelling} {recipient:the villages}.'],
    ['actual', '{recipient:Two police officers} were {trigger.assault:wounded} in the raid.'],
    ['actual', '{actor:Officers} {trigger.assault:used water cannon} against {recipient:the protesters}.'],
    ['actual', '{actor:Police} {trigger.coerce:arrested} {recipient:four activists} in Quellin.'],
    ['actual', '{recipient:Four activists} were {trigger.coerce:detained} by {actor:police}.'],
    ['actual', 'The {trigger.coerce:arrest} of {recipient:the editor} by {actor:the army} drew protests.'],
    ['actual', '{actor:President Brisk} {trigger.coerce:declared a state of emergency}.'],
    ['actual', '{actor:The governor} {trigger.coerce:imposed a curfew} on Sunday.'],
    ['actual', '{actor:The army} carried out the {trigger.coerce:arrest} of {recipient:two senators}.'],
    ['negated', '{actor:Police} made no {trigger.coerce:arrests}.'],
    [
      'negated',
      "{actor:The soldiers} will not {trigger.coerce:detain} {recipient:anyone's children}, the colonel said.",
    ],
    ['planned', '{actor:The regime} will {trigger.coerce:ban} {recipient:the party} in June.'],
    ['conditional', '{actor:The court} would {trigger.coerce:jail} {recipient:the editor} if he spoke.'],
    ['hypothetical', '{actor:The government} could {trigger.coerce:seize} {recipient:the refinery}.'],
    ['ongoing', '{actor:Troops} are {trigger.coerce:besieging} {recipient:the town}.'],
    ['ongoing', '{recipient:The editor} remains {trigger.coerce:in custody}.'],
    ['actual', '{actor:Hackers} {trigger.coerce:hacked into} {recipient:the ministry}.'],
    ['actual', '{actor:The minister} {trigger.concede:apologised} to {recipient:the families}.'],
    ['actual', '{actor:The cabinet} {trigger.concede:lifted} the curfew in Quellin.'],
    ['actual', '{actor:The king} {trigger.concede:pardoned} {recipient:two poets}.'],
    ['actual', '{actor:The premier} {trigger.concede:gave in} to {recipient:the strikers}.'],
    ['negated', '{actor:The firm} has not {trigger.concede:apologised}.'],
    ['planned', '{actor:The council} will {trigger.concede:ease} the restrictions in May.'],
    ['conditional', '{actor:Drevia} would {trigger.concede:lift} the embargo if {recipient:Sorrena} freed the crew.'],
    ['hypothetical', '{actor:The court} may {trigger.concede:commute} the sentence.'],
    ['actual', '{actor:Drevia} {trigger.concede:reopened} its airspace on Thursday.'],
    ['actual', '{actor:The two presidents} {trigger.consult:met} in Saltmere on Monday.'],
    ['actual', '{actor:Ministers} {trigger.consult:held talks} with {actor:the union}.'],
    ['actual', '{actor:Brisk} {trigger.consult:visited} {recipient:Halvania} last week.'],
    ['actual', '{actor:The leaders} {trigger.consult:spoke by telephone} on Sunday.'],
    ['actual', '{actor:The foreign minister} {trigger.consult:discussed} the canal with {actor:her counterpart}.'],
    ['planned', '{actor:The envoys} will {trigger.consult:meet} in Brenholt next month.'],
    ['planned', '{actor:The ministers} are due to {trigger.consult:meet} in Brenholt on Friday.'],
    ['negated', '{actor:The president} did not {trigger.consult:meet} {actor:the farmers}.'],
    ['negated', 'The {trigger.consult:summit} was cancelled on Tuesday.'],
    ['negated', 'The planned {trigger.consult:visit} was called off.'],
    ['hypothetical', '{actor:President Brisk} may {trigger.consult:travel to} {recipient:Drevia}.'],
    ['ongoing', '{actor:The envoys} are {trigger.consult:negotiating} in Brenholt.'],
    ['actual', '{actor:The two navies} held a {trigger.cooperate:joint exercise} in May.'],
    ['actual', '{actor:Drevia} {trigger.cooperate:extradited} the banker to {recipient:Sorrena}.'],
    ['actual', '{actor:The agency} {trigger.cooperate:shared intelligence} with {recipient:its allies}.'],
    ['negated', '{actor:Karvania} has never {trigger.cooperate:cooperated} with {recipient:the tribunal}.'],
    ['planned', '{actor:Halvania} will {trigger.cooperate:trade with} {recipient:Drevia} from April.'],
    ['ongoing', '{actor:Velmora} is {trigger.cooperate:working with} {recipient:Interpol}.'],
    ['conditional', '{actor:The two armies} could {trigger.cooperate:patrol jointly} if {recipient:the league} paid.'],
    ['hypothetical', '{actor:Sorrena} might {trigger.cooperate:extradite} the captain to {recipient:Drevia}.'],
    ['actual', '{actor:Karvania} {trigger.mobilize:sent} troops to the border.'],
    ['actual', '{actor:The ministry} {trigger.mobilize:deployed} 2,000 officers in Quellin.'],
    ['actual', '{actor:Drevia} {trigger.mobilize:tested} a missile on Sunday.'],
    ['actual', '{actor:The first soldiers} {trigger.mobilize:landed} at the base on Monday.'],
    ['actual', 'The {trigger.mobilize:deployment} of {recipient:the troops} began at dawn.'],
    ['negated', '{actor:Halvania} {trigger.mobilize:sent} no troops.'],
    ['planned', '{actor:The alliance} will {trigger.mobilize:deploy} forces in June.'],
    ['hypothetical', '{actor:The army} could {trigger.mobilize:mobilise} next week.'],
    ['conditional', '{actor:The alliance} would {trigger.mobilize:station} missiles there if Karvania did so.'],
    ['actual', '{actor:Dockers} {trigger.protest:marched} through Quellin on Saturday.'],
    ['actual', '{actor:Students} {trigger.protest:took to the streets} in Tarn.'],
    ['actual', '{actor:Thousands} {trigger.protest:gathered} in the square against the law.'],
    ['actual', '{actor:Rail workers} {trigger.protest:went on strike} on Monday.'],
    ['actual', '{actor:Rioters} {trigger.protest:looted} two banks.'],
    ['actual', '{actor:Farmers} {trigger.protest:blocked} the highway.'],
    ['actual', '{actor:The union} staged a {trigger.protest:protest} outside the ministry.'],
    ['negated', '{actor:The drivers} did not {trigger.protest:go on strike}.'],
    ['negated', 'The {trigger.protest:rally} was called off.'],
    ['planned', '{actor:The union} will hold a {trigger.protest:rally} on 1 May.'],
    ['planned', 'The planned {trigger.protest:march} worried shopkeepers.'],
    ['conditional', '{actor:Miners} would {trigger.protest:go on strike} if the shaft reopened.'],
    ['hypothetical', '{actor:Teachers} may {trigger.protest:strike} over pay.'],
    ['ongoing', '{actor:Dockers} are {trigger.protest:blockading} the port.'],
    ['ongoing', '{actor:The students} have been {trigger.protest:protesting} since Monday.'],
    ['actual', '{actor:Karvania} {trigger.reject:rejected} the offer from {recipient:Drevia}.'],
    ['actual', '{actor:President Brisk} {trigger.reject:vetoed} the press law.'],
    ['actual', '{recipient:The envoy} was {trigger.reject:turned away} by {actor:border guards}.'],
    ['actual', '{actor:Sorrena} {trigger.reject:refused to extradite} {recipient:the bankers}.'],
    ['negated', '{actor:Halvania} has not {trigger.reject:rejected} mediation.'],
    ['planned', '{actor:The senate} is expected to {trigger.reject:reject} the treaty.'],
    ['hypothetical', '{actor:The board} may {trigger.reject:turn down} the offer.'],
    ['conditional', '{actor:The league} would {trigger.reject:veto} the budget if {recipient:Drevia} signed it.'],
    ['actual', '{actor:The strikers} {trigger.reject:defied} the order.'],
    ['actual', '{actor:The mayor} {trigger.request:asked} {recipient:the army} to leave.'],
    ['actual', "{actor:The opposition} {trigger.request:demanded} the minister's head."],
    ['actual', '{recipient:The troops} were {trigger.request:ordered} by {actor:the general} to advance.'],
    ['actual', '{actor:Bishops} {trigger.request:appealed for} calm.'],
    ['actual', '{actor:The president} {trigger.request:called on} {recipient:the rebels} to talk.'],
    ['actual', '{actor:The foreign ministry} {trigger.request:summoned} {recipient:the ambassador}.'],
    ['negated', '{actor:The premier} did not {trigger.request:ask} {recipient:the alliance} for troops.'],
    ['planned', '{actor:The judge} will {trigger.request:summon} {recipient:the minister}.'],
    ['hypothetical', '{actor:The council} may {trigger.request:ask} {recipient:the league} for help.'],
    ['conditional', '{actor:The cabinet} would {trigger.request:ask for} help if the dam broke.'],
    ['actual', '{actor:The minister} {trigger.retreat:resigned} on Friday.'],
    ['actual', '{actor:The army} {trigger.retreat:withdrew} its troops from the valley.'],
    ['actual', '{recipient:Eighteen sailors} were {trigger.retreat:released} by {actor:Drevia}.'],
    ['actual', '{actor:The rebels} {trigger.retreat:surrendered} at noon.'],
    ['actual', 'The {trigger.retreat:resignation} of {actor:the premier} surprised allies.'],
    ['actual', '{actor:The kidnappers} {trigger.retreat:freed} {recipient:two hostages}.'],
    ['negated', '{actor:The president} will not {trigger.retreat:resign}, his office said.'],
    ['negated', 'His office dismissed talk that {actor:the president} would {trigger.retreat:resign}.'],
    ['planned', '{actor:The alliance} will {trigger.retreat:withdraw} its soldiers in March.'],
    ['planned', 'The planned {trigger.retreat:withdrawal} of troops worries the town.'],
    ['conditional', '{actor:The rebels} would {trigger.retreat:release} {recipient:the hostages} if the siege ended.'],
    ['hypothetical', 'The opposition wants {actor:the premier} to {trigger.retreat:step down}.'],
    ['ongoing', '{actor:The troops} are {trigger.retreat:leaving} the base.'],
    ['actual', '{actor:The league} {trigger.sanction:imposed sanctions} on {recipient:nine banks}.'],
    ['actual', '{actor:Sorrena} {trigger.sanction:expelled} {recipient:four diplomats}.'],
    ['actual', '{recipient:The captain} was {trigger.sanction:sentenced} to six years by {actor:the naval court}.'],
    ['actual', '{actor:Halvania} {trigger.sanction:recalled} its ambassador from {recipient:Velmora}.'],
    ['actual', '{actor:The lender} {trigger.sanction:suspended} its loans.'],
    ['negated', '{actor:Halvania} has not {trigger.sanction:cut} aid to {recipient:Drevia}.'],
    ['planned', '{actor:The bloc} will {trigger.sanction:blacklist} {recipient:two ministers}.'],
    ['conditional', '{actor:Sorrena} would {trigger.sanction:quit} {recipient:the alliance} if Drevia joined.'],
    ['hypothetical', '{actor:The court} may {trigger.sanction:fine} {recipient:the airline}.'],
    ['actual', '{actor:The council} {trigger.support:endorsed} {recipient:the new governor}.'],
    ['actual', '{recipient:The nurses} were {trigger.support:praised} by {actor:the queen}.'],
    ['actual', '{actor:Brisk} {trigger.support:thanked} {recipient:the border guards}.'],
    ['actual', '{actor:Velmora and Drevia} {trigger.support:signed} a treaty in May.'],
    ['actual', '{actor:Sorrena} {trigger.support:recognised} the government of {recipient:Halvania}.'],
    ['negated', '{actor:The unions} have not {trigger.support:backed} {recipient:the coalition}.'],
    ['planned', '{actor:Both chambers} will {trigger.support:ratify} the accord in June.'],
    ['hypothetical', '{actor:The party} could {trigger.support:support} {recipient:the minister}.'],
    [
      'conditional',
      '{actor:The small parties} would {trigger.support:support} {recipient:the minister} if she dropped the tax.',
    ],
    ['actual', '{actor:The opposition} {trigger.threaten:threatened} to halt the talks with {recipient:the premier}.'],
    ['actual', '{actor:Drevia} {trigger.threaten:threatened to cut} supplies to {recipient:Velmora}.'],
    ['actual', '{recipient:Three editors} were {trigger.threaten:threatened} by {actor:a gang}.'],
    ['actual', '{actor:The militia} {trigger.threaten:vowed revenge} on {recipient:the army}.'],
    ['actual', '{actor:The general} gave {recipient:the rebels} an {trigger.threaten:ultimatum}.'],
    ['negated', '{actor:The envoy} did not {trigger.threaten:threaten} {recipient:Sorrena}.'],
    ['planned', '{actor:The colonel} will {trigger.threaten:threaten} {recipient:the town} again.'],
    ['hypothetical', '{actor:The junta} may {trigger.threaten:threaten} {recipient:the judges}.'],
    ['conditional', '{actor:The governor} would {trigger.threaten:threaten} {recipient:smugglers} if he had judges.'],
    ['actual', '{actor:The minister} {trigger.threaten:threatened to resign}.'],
    ['actual', '{actor:Parliament} {trigger.other:elected} {recipient:a speaker} on Monday.'],
    ['actual', '{recipient:Two children} {trigger.other:died} in the flood.'],
    ['actual', '{actor:The board} {trigger.other:appointed} {recipient:a director}.'],
    ['actual', '{actor:The cabinet} {trigger.other:scrapped} the fuel subsidy.'],
    ['planned', 'The town will hold an {trigger.other:election} in May.'],
    ['negated', '{actor:Petra Lindqvar} will not {trigger.other:run for} president.'],
    ['actual', '{actor:The minister} {trigger.other:fired} {recipient:his deputy}.'],
    ['hypothetical', 'The bishop called on {actor:the premier} to {trigger.retreat:resign}.'],
    ['actual', 'At a {trigger.protest:rally} in Tarn, {actor:the mayor} said she would run.'],
    ['actual', '{trigger.protest:Protests} broke out after {recipient:the ministry} cut grants.'],
    ['actual', 'Officials blamed the {trigger.assault:attack} on {actor:smugglers}.'],
    ['actual', 'The quay was shut after a {trigger.assault:shooting} in which {recipient:three dockers} were wounded.'],
    ['negated', 'The mayor said nobody in the crowd had {trigger.assault:fired}.'],
    [
      'actual',
      '{actor:President Olga Brandt} {trigger.retreat:announced a weeklong cease-fire} with {recipient:the rebels}.',
    ],
    ['actual', '{actor:The guards} {trigger.assault:ill-treated} {recipient:the prisoners}.'],
    ['actual', '{actor:Students} {trigger.protest:staged a sit-in} at {recipient:the ministry}.'],
    ['actual', '{actor:Customs officers} {trigger.retreat:returned} two paintings to {recipient:Halvania}.'],
    ['actual', '{actor:Halvania} {trigger.concede:rolled back} tariffs on steel.'],
    ['negated', 'A police spokesman denied that anyone had been {trigger.assault:hurt}.'],
    [
      'negated',
      'The coroner did not believe that {actor:the guards} had {trigger.assault:shot} {recipient:the docker}.',
    ],
    ['actual', 'Two bombs {trigger.assault:exploded} near the market.'],
    ['actual', '{actor:Drevia} {trigger.aid:trained} {recipient:gunmen} for years.'],
    ['actual', '{actor:Officers} {trigger.coerce:towed} 30 lorries.'],
    ['actual', '{actor:A court} {trigger.coerce:ordered the editor held} for a month.'],
    ['planned', '{actor:The envoys} are to {trigger.consult:meet} in Brenholt.'],
    ['planned', 'The governor named {actor:a judge} to {trigger.accuse:investigate} the fire.'],
    ['planned', 'The board set an {trigger.other:election} for May 19.'],
    ['planned', 'The mayor welcomed {trigger.consult:talks} with {actor:the union}, planned for Thursday.'],
    ['conditional', 'The strike will resume if the levy is not {trigger.other:restored}.'],
    ['actual', 'The mayor turned down a {trigger.request:request} by {actor:the dockers}.'],
    ['actual', '{actor:Fifty people} with placards {trigger.protest:stood} outside the ministry.'],
    ['actual', '{actor:Hauliers} {trigger.retreat:lifted} their blockade of {recipient:the quay road} overnight.'],
    ['planned', 'The mayor said {actor:the firm} would {trigger.concede:reopen} the Tarn border crossing on Thursday.'],
    ['actual', 'The {trigger.retreat:release} of {recipient:the editor} was celebrated in Tarn.'],
    [
      'planned',
      'Sixty gunners flew home, hours after the governor named {actor:a judge} to {trigger.accuse:find out} who had fired.',
    ],
    [
      'planned',
      '{actor:The HLC (Harbour League Council) troops} will {trigger.mobilize:guard} the mill, the mayor said.',
    ],
    ['negated', 'Guards prevented {actor:the rebels} from {trigger.assault:destroying} the mill.'],
    ['actual', 'The mayor accused {actor:foreign agents} of organising the {trigger.protest:riots}.'],
    ['actual', 'The mayor told a {trigger.consult:meeting} of {actor:dockers} that the quay was safe.'],
    ['actual', 'The {trigger.assault:violence} was not caused by rallies, the mayor said.'],
    ['actual', '{actor:Rioters} looted two shops and {trigger.protest:burned} a school.'],
  ])('%s: %s', async (modality, sentence) => {
    const { text, spans } = marked(sentence);
    expect(faultsOf(await extracted(text), modality, text, spans)).toEqual([]);
  });
});

describe('what one word tells of another', () => {
  test('who says it took no part in it', async () => {
    const text = 'An officer and three gunmen were killed, said the ministry’s spokesman, Colonel Piet Sorra.';
    const { events, entities } = await extracted(text);
    const [killing] = events.filter(({ lemma }) => lemma === 'kill');
    const names = killing!.participants.map(({ role, entity }) => [
      role,
      entities.find(({ id }) => id === entity)!.name,
    ]);
    expect(names).toEqual([
      ['recipient', 'An officer'],
      ['recipient', 'three gunmen'],
    ]);
  });

  test.each([
    ['Melk was arrested at the border with Serbia in 1999.', 'arrest', 'Melk'],
    ['Protesters blocked the road to the northern border.', 'block', 'Protesters | the road'],
    ['Thousands were forced from their homes.', 'force from', 'Thousands'],
  ])('where something is done is nobody: %s', async (text, lemma, who) => {
    const { events, entities } = await extracted(text);
    const found = events.find((event) => event.lemma === lemma)!;
    const names = found.participants.map(({ entity }) => entities.find(({ id }) => id === entity)!.name);
    expect(names.join(' | ')).toBe(who);
  });

  test.each([
    ['At the hospital in Tarn, doctors treated patients.', 'AID: doctors, patients'],
    ['The buildings do not meet standards.', ''],
    ['The president declared three days of mourning and a state of emergency.', 'COERCE: The president'],
    ['A clerk has been released on bail.', 'RETREAT: A clerk'],
  ])('what is told once: %s', async (text, told) => {
    const { events, entities } = await extracted(text);
    const name = (id: string) => entities.find((each) => each.id === id)!.name;
    const lines = events.map(
      (event) => `${event.type}: ${event.participants.map((each) => name(each.entity)).join(', ')}`,
    );
    expect(lines.join(' | ')).toBe(told);
  });

  test.each<[what: string, sentence: string, kinds: readonly string[]]>([
    ['who leads a body asks nothing of it', 'Colonel Jon Melk, who commanded the palace guard, was at home.', []],
    ['a bomb that goes off is one event', 'A roadside bomb went off in Port Adra.', ['ASSAULT']],
  ])('%s', async (_what, sentence, kinds) => {
    expect((await extracted(sentence)).events.map(({ type }) => type)).toEqual(kinds);
  });

  test('a share of many is no number of them, and streets are nobody', async () => {
    const { events, entities } = await extracted('The union said 71% of its members took to the streets.');
    const who = events.flatMap(({ participants }) => participants);
    expect(who.map(({ quantity }) => quantity)).toEqual(who.map(() => null));
    expect(who.map(({ entity }) => entities.find(({ id }) => id === entity)?.name)).not.toContain('the streets');
  });

  test('what is ended is no event of its own, nor is talk to reporters', async () => {
    const { events } = await extracted(
      'The bloc lifted most of its sanctions on Sorrena. He may not talk to the media.',
    );
    expect(events.map(({ type }) => type)).toEqual(['CONCEDE']);
  });

  test('what nobody did is not what somebody did', async () => {
    const { events } = await extracted(
      'The mayor said nobody in the crowd had fired. A clerk heard the police volley.',
    );
    expect(events.map(({ lemma, vouchers }) => [lemma, ...vouchers.map(({ modality }) => modality)])).toEqual([
      ['fire', 'negated'],
      ['volley', 'actual'],
    ]);
  });

  test('whoever turns down a request does not vouch for it, nor for what is told of who asks', async () => {
    const text =
      'The mayor on Friday turned down a request by Adra Lines, which opened a clinic in Tarn in May, for its ships to be let in.';
    const { events } = await extracted(text);
    for (const lemma of ['request', 'open'])
      expect(events.find((event) => event.lemma === lemma)?.vouchers).toEqual([
        { statement: null, modality: 'actual' },
      ]);
  });
});

describe("PLOVER's code for what happened", () => {
  test.each<[sentence: string, type: string, plover: string]>([
    ['A court in Brenholt ordered the arrest of two dockers.', 'COERCE', 'COERCE'],
    ['The army will arrest two dockers in Brenholt on Friday.', 'COERCE', 'THREATEN'],
    ['The League imposed sanctions on Drevia.', 'SANCTION', 'COERCE'],
    ["Halvania summoned Drevia's ambassador on Monday.", 'REQUEST', 'ACCUSE'],
    ['The two ministers reached an agreement on the canal.', 'AGREE', 'SUPPORT'],
    ['Drevia will withdraw its troops from Saltmere on Friday.', 'RETREAT', 'CONCEDE'],
  ])('%s', async (sentence, type, plover) => {
    const { events } = await extracted(sentence);
    expect(events.filter((event) => event.type === type).map((event) => event.plover)).toEqual([plover]);
  });

  test.each<[sentence: string]>([
    ['Ilan Verko said he must rest.'],
    ['Ilan Verko said the dockers must have left the harbour.'],
    ['The dockers must leave the harbour.'],
  ])('nothing is asked of anybody: %s', async (sentence) => {
    const { events } = await extracted(sentence);
    expect(events.filter(({ lemma }) => lemma === 'must')).toEqual([]);
  });
});
