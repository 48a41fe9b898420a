import { describe, expect, test } from '@jest/globals';
import { extracted } from '../../support/annotated.ts';

/** The links of a text: kind, trigger of the first event, trigger of the second, denied or not, and who says so. */
async function linksOf(text: string) {
  const { links, events, statements, entities } = await extracted(text);
  const words = (id: string) => {
    const { start, end } = events.find((event) => event.id === id)!.trigger;
    return text.slice(start, end).toLowerCase();
  };
  return links.map(({ type, from, to, negated, statement }) => {
    const speaker = statements.find(({ id }) => id === statement)?.speaker;
    const voice = statement === null ? 'narrator' : (entities.find(({ id }) => id === speaker)?.name ?? 'somebody');
    return `${type} ${words(from)} > ${words(to)}${negated ? ', denied' : ''}${voice === 'narrator' ? '' : `, by ${voice}`}`;
  });
}

describe('how events hang together', () => {
  test.each<[sentence: string, link: string]>([
    ['The arrests led to riots in two towns.', 'CAUSES arrests > riots'],
    ['The arrests sparked riots in Tarn.', 'CAUSES arrests > riots'],
    ['The shooting triggered protests across Drevia.', 'CAUSES shooting > protests'],
    ['The protests were triggered by the shooting of a docker.', 'CAUSES shooting > protests'],
    ['The riots were sparked by the arrests of two editors.', 'CAUSES arrests > riots'],
    ['The riots stemmed from the shooting of a docker.', 'CAUSES shooting > riots'],
    ['The raid resulted in clashes with the crew.', 'CAUSES raid > clashes'],
    ['The shooting provoked riots.', 'CAUSES shooting > riots'],
    ['The protests erupted because of the arrests.', 'CAUSES arrests > protests'],
    ['Dockers went on strike because of the arrests.', 'CAUSES arrests > went on strike'],
    ['Dockers protested because police arrested two editors.', 'CAUSES arrested > protested'],
    ['Students protested as a result of the arrests.', 'CAUSES arrests > protested'],
    ['The shooting was the cause of the riots.', 'CAUSES shooting > riots'],
    ['The riots were a result of the arrests.', 'CAUSES arrests > riots'],
    ['The mayor blamed the riots on the arrests.', 'CAUSES arrests > riots, by The mayor'],
    ['Ilse Varga said the arrests had led to riots.', 'CAUSES arrests > riots, by Ilse Varga'],
    ['Hugh Lorne said the riots were caused by the shooting.', 'CAUSES shooting > riots, by Hugh Lorne'],
    ['The arrests did not lead to riots.', 'CAUSES arrests > riots, denied'],
    ['The riots were not caused by the shooting.', 'CAUSES shooting > riots, denied'],
    ['The riots erupted not because of the arrests.', 'CAUSES arrests > riots, denied'],
    [
      'The army attacked the port not because of spontaneous protests but because of a coup.',
      'CAUSES protests > attacked, denied',
    ],
    ['The army attacked the port not because of spontaneous protests but because of a coup.', 'CAUSES coup > attacked'],
    ['The minister denied that the arrests had led to the riots.', 'CAUSES arrests > riots, denied, by The minister'],
    ['The arrest of a docker led to protests, which sparked riots.', 'CAUSES protests > riots'],
    ['The rally became an uprising.', 'ESCALATES_INTO rally > uprising'],
    ['The march over bread prices grew into an uprising.', 'ESCALATES_INTO march > uprising'],
    ['The protests came in response to the arrest of a docker.', 'RESPONDS_TO protests > arrest'],
    ['Ilse Varga said the shooting did not cause the riots.', 'CAUSES shooting > riots, denied, by Ilse Varga'],
    ['Two editors were arrested as part of a crackdown on the press.', 'PART_OF arrested > crackdown'],
    ['The arrest was part of a crackdown on the press.', 'PART_OF arrest > crackdown'],
    ['The arrests were not part of a crackdown.', 'PART_OF arrests > crackdown, denied'],
    ['Dockers went on strike after the arrests.', 'BEFORE arrests > went on strike'],
    ['Students protested after police arrested two editors.', 'BEFORE arrested > protested'],
    ['After police arrested two editors, students protested in Tarn.', 'BEFORE arrested > protested'],
    ['Envoys met the rebels before the attack on the port.', 'BEFORE met > attack'],
    ['A riot followed the arrests.', 'BEFORE arrests > riot'],
    ['The arrests were followed by riots.', 'BEFORE arrests > riots'],
    ['Students protested following the arrests.', 'BEFORE arrests > protested'],
    ['Students protested in the wake of the shooting.', 'BEFORE shooting > protested'],
    ['Police arrested two editors ahead of the protests.', 'BEFORE arrested > protests'],
    ['Police arrested two editors during the riots.', 'DURING arrested > riots'],
    ['Police arrested two editors while students protested in Tarn.', 'DURING arrested > protested'],
    ['Police arrested two editors amid the protests.', 'DURING arrested > protests'],
    ['Demonstrations over bread prices escalated into wider unrest.', 'ESCALATES_INTO demonstrations > unrest'],
    ['The march descended into riots by nightfall.', 'ESCALATES_INTO march > riots'],
    ['The protests turned into riots.', 'ESCALATES_INTO protests > riots'],
    [
      'Demonstrations started against a bread price rise before erupting into a wider protest.',
      'ESCALATES_INTO demonstrations > protest',
    ],
    ['The protests spiralled into riots.', 'ESCALATES_INTO protests > riots'],
    ['Dockers went on strike in protest at the arrests.', 'RESPONDS_TO went on strike > arrests'],
    ['The attack was a response to the seizure of a trawler.', 'RESPONDS_TO attack > seizure'],
    ['Police arrested two editors in retaliation for the shooting.', 'RESPONDS_TO arrested > shooting'],
    ['Police arrested two editors in response to the riots.', 'RESPONDS_TO arrested > riots'],
    ['Students protested over the arrests.', 'RESPONDS_TO protested > arrests'],
  ])('%s', async (sentence, link) => {
    expect(await linksOf(sentence)).toContain(link);
  });

  test.each<[sentence: string]>([
    ['The arrests may lead to riots.'],
    ['The arrests could spark riots in Tarn.'],
    ['Police arrested two editors. Students protested in Tarn.'],
    ['Ilse Varga said after the arrests that the ferry would run.'],
  ])('%s links nothing', async (sentence) => {
    expect(await linksOf(sentence)).toEqual([]);
  });
});

describe('statements are about events', () => {
  test.each<[sentence: string, event: string, stance: string]>([
    ['Ilse Varga condemned the attack on the port.', 'attack', 'critical'],
    ['Hugh Lorne praised the withdrawal of the troops.', 'withdrawal', 'supportive'],
  ])('%s', async (sentence, event, stance) => {
    const { statements, events } = await extracted(sentence);
    const about = statements
      .flatMap((one) => one.about)
      .map((one) => [one, events.find(({ id }) => id === one.target)] as const);
    const found = about.map(([one, target]) => [
      target ? sentence.slice(target.trigger.start, target.trigger.end) : null,
      one.stance,
    ]);
    expect(found).toContainEqual([event, stance]);
  });
});
