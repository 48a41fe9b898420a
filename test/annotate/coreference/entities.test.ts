import { describe, expect, test } from '@jest/globals';
import { extracted } from '../../support/annotated.ts';

/** Entities as "Type name: mentions, in text order". */
async function entitiesOf(text: string): Promise<string[]> {
  const { entities } = await extracted(text);
  return entities.map(
    ({ type, name, mentions }) =>
      `${type} ${name}: ${mentions.map(({ start, end }) => text.slice(start, end)).join(' | ')}`,
  );
}

describe('who is who', () => {
  test.each([
    [
      'whom a headline means',
      'Ex-minister jailed for nine years\nA court jailed former defence minister Samir Kipron on Monday. Kipron wept.',
      'Person Samir Kipron: Ex-minister | Samir Kipron | Kipron',
    ],
    [
      'a noun without an article before a name is told with it',
      'Health officials spoke late. Veteran cyclist Mara Dolen won in Tarn. Her coach, Petr Halm, wept.',
      'Person Mara Dolen: Mara Dolen | Her',
    ],
    [
      'a noun with an article before a name is told by itself',
      'The cyclist Mara Dolen won in Tarn.',
      'Person Mara Dolen: The cyclist | Mara Dolen',
    ],
    [
      'what one is, or how old, tells of the one person named just before',
      'Mara Dolen won in Tarn on Sunday.\nThe 33-year-old cyclist, who lives in Velm, wept. A guard led her out.',
      'Person Mara Dolen: Mara Dolen | The 33-year-old cyclist, who lives in Velm | who | her',
    ],
    [
      'of two named just before it tells of neither',
      'Mara Dolen beat Jon Melk in Tarn on Sunday. The actor stayed away.',
      'Person The actor: The actor',
    ],
    [
      'nor does what part one had',
      'Mara Dolen was hit by a car in Tarn on Sunday. The driver fled.',
      'Person The driver: The driver',
    ],
    [
      'whom a report names after its first sentences, with an age',
      'A suspected gang boss was found dead in his cell, police said. Guards raised the alarm. Goran Pell, 52, hanged himself.',
      'Person Goran Pell: A suspected gang boss | his | Goran Pell | himself',
    ],
    [
      'whom a report names after its first sentences, of whom the same is said',
      'A welder has been charged with murder. Prosecutors say the fire was no accident. Jon Melk will appear in court on Friday.',
      'Person Jon Melk: A welder | Jon Melk',
    ],
    [
      'whom a report names, who is accused by an adjective',
      'A suspected smuggling leader has hanged himself in prison, police sources said Wednesday. Gano Presti, who was already convicted of murder, had been arrested on Tuesday.',
      'Person Gano Presti: A suspected smuggling leader | himself | Gano Presti | who',
    ],
    [
      'whom a report names in a clause that says what befell her',
      "A 59-year-old woman was killed Friday evening, and the man behind the wheel was charged, police and the woman's friend said. Raj Melk was walking along parked cars on Mill Street when she was struck.",
      'Person Raj Melk: A 59-year-old woman | the woman | Raj Melk | she',
    ],
    [
      'whose name a clause says it is',
      'A man suspected of shooting three people was arrested on Monday. The man accused of shooting his three former colleagues is Anthon Melk, a 38-year-old resident of Velm.',
      'Person Anthon Melk: A man suspected of shooting three people | The man | his | Anthon Melk | a 38-year-old resident of Velm',
    ],
    [
      'no mention begins before its own preposition',
      'An alleged crime boss who was arrested in a massive sweep hanged himself in his cell, officials said Wednesday.',
      'Organization his cell: his cell',
    ],
    [
      'a team by its last word',
      'The San Dorno Chargers receiver was arrested. Chargers spokesman Tim Orr declined to comment. The Chargers open at home on Sunday.',
      'Organization San Dorno Chargers: San Dorno Chargers | Chargers | Chargers',
    ],
    [
      'the dead and the accused are two',
      'A man was killed in a crash near Tarn on Monday. Jon Melk, 34, was arrested.',
      'Person Jon Melk: Jon Melk',
    ],
    [
      'of two whom it may be of it is neither',
      'A man and a boy are missing. A man called for help. Jon Melk, 34, fell into the river.',
      'Person Jon Melk: Jon Melk',
    ],
    [
      'whose death the first sentence tells',
      'Police have arrested a man over the death of a woman in Tarn. 66-year-old Ada Quist was hit by a van.',
      'Person Ada Quist: a woman in Tarn | Ada Quist',
    ],
    [
      'a report names no title in passing',
      'A nurse was arrested on Friday. Chief Prosecutor Samir Kipron, 51, was held up in Velm.',
      'Person Samir Kipron: Samir Kipron',
    ],
    [
      'whom a clause without a subject is done to is not whose clause it is',
      'A sacked clerk opened fire at a party, killing the chief executive officer.',
      'Person A sacked clerk: A sacked clerk',
    ],
    [
      'what begins a headline and is a noun below is no name',
      'Baker jailed for life\nA baker was jailed for life on Thursday. Henrik Dahl, 41, showed no emotion.',
      'Person Henrik Dahl: Baker | A baker | Henrik Dahl',
    ],
    [
      'the crowd of a headline is the one that the text counts',
      'Teachers walk out in Brenholt\nThousands of teachers walked out across Brenholt on Monday.',
      'Group Teachers: Teachers | Thousands of teachers | teachers',
    ],
    [
      'a title is of the one who bears it',
      'Judge Petra Lohse jailed Henrik Dahl on Monday. Jon Melk wept. The judge spoke.',
      'Person Petra Lohse: Petra Lohse | The judge',
    ],
    [
      '“he” is not the woman beside whose name the noun stands',
      'Henrik Dahl was arrested. His lawyer, Eva Toft, said he would appeal.',
      'Person Henrik Dahl: Henrik Dahl | His | he',
    ],
    [
      'a body speaks of itself, and is what it calls itself',
      'The Harbour Union spoke first. A group calling itself the Sons of the River said it carried out the attack.',
      'Organization A group: A group calling itself the Sons of the River | itself | the Sons of the River | it',
    ],
    ['a body speaks of no rain', 'The ministry said it had rained all day.', 'Organization The ministry: The ministry'],
    [
      'what no person has makes a name that of a body',
      'Drugmaker Norvik agreed to buy a rival. Norvik’s chief executive, Astrid Moen, spoke.',
      'Organization Norvik: Norvik | Norvik',
    ],
    [
      'whom something is told',
      '"You took two lives," the judge told the sailor. "You never said sorry."',
      'Person the sailor: You | the sailor | You',
    ],
    [
      'each other is nobody new',
      'The two companies accused each other of stealing in 2020.',
      'Group The two companies: The two companies',
    ],
    [
      'of two of one surname the first goes by that alone',
      'Irena Solt died on Sunday. Her daughter, the novelist Vera Solt, confirmed it. Solt was born in Dresk.',
      'Person Irena Solt: Irena Solt | Her | Solt',
    ],
    [
      'a minister is not the prime minister',
      'Prime Minister Karla Huss left. Education Minister Otto Lams spoke. Ada Quist shouted at the minister.',
      'Person Otto Lams: Otto Lams | the minister',
    ],
    [
      'kin, a trade and a name',
      'Irena Solt died on Sunday. Her daughter, the novelist Vera Solt, confirmed it.',
      'Person Vera Solt: Her daughter | the novelist Vera Solt | Vera Solt',
    ],
    [
      'where somebody is from is no part of the name',
      'She shared it with Hugo Brandt of Drevia. Brandt wept.',
      'Person Hugo Brandt: Hugo Brandt | Brandt',
    ],
    [
      'peoples before nouns are of their places',
      'Lethia and Sorrena agreed on Thursday to reopen their border. Lethian Defence Minister Goran Pell and his Sorrenan counterpart spoke. Lethian gunboats sank a Sorrenan ferry.',
      'Place Lethia: Lethia | Lethian | Lethian',
    ],
    [
      'whoever is said to be named so',
      'The first witness was a nurse. A clerk, a woman named Sofie Lang, told the court of it.',
      'Person Sofie Lang: A clerk | a woman named Sofie Lang | Sofie Lang',
    ],
    [
      'two nouns of one person',
      'One hostage, a 61-year-old engineer, died on Monday. The engineer had worked in Tarn.',
      'Person One hostage: One hostage | a 61-year-old engineer | The engineer',
    ],
    [
      'the name of a long list ends with its noun',
      'Tens of thousands of teachers, parents and bakers of the old town marched. Officers, who answered with gas, fled.',
      'Group Tens of thousands of teachers: Tens of thousands of teachers, parents and bakers of the old town',
    ],
    [
      'what follows "who" is no name',
      'The crowd threw stones at eleven tired officers, who answered with tear gas.',
      'Group eleven tired officers: eleven tired officers | who',
    ],
    [
      'who is asked in an interview',
      'Lena Marsh: Are you done?\n\nPiet Halm: My wife says so.\n\nLena Marsh: Would you leave your post?',
      'Person Piet Halm: you | Piet Halm | My | you | your',
    ],
    ['kin of whoever speaks', 'Lena Marsh: Are you done?\n\nPiet Halm: My wife says so.', 'Person My wife: My wife'],
    [
      'neighbours are places',
      'Kelmar has long accused neighbouring Ostria of theft. Ostria rejects the charge.',
      'Place Ostria: Ostria | Ostria',
    ],
    [
      'a group that the narrator named, in somebody’s words',
      'The settlers fled. Mayor Ada Quill said: “We fed the settlers.”',
      'Group The settlers: The settlers | the settlers',
    ],
    [
      'what is said of every country is of none of them',
      'Ostria votes on Sunday. “Every country has a past,” said the president of Ostria, Ana Brill. “This country has two.”',
      'Place Ostria: Ostria | Ostria | This country',
    ],
    [
      'whom a headline tells of, of whom the lead tells the same',
      'Climber dies in fall\nA man has been killed on the Velmhorn, police said.',
      'Person Climber: Climber | A man',
    ],
    [
      'the lead may tell of somebody else',
      'Climber dies in fall\nA man was arrested on the Velmhorn, police said.',
      'Person Climber: Climber',
    ],
    [
      'whoever was dismissed as coach was it',
      "Jim O'Bray was dismissed as head coach on Monday. The coach had three years left on his contract.",
      "Person Jim O'Bray: Jim O'Bray | head coach | The coach | his",
    ],
    [
      'a doctor by how she is addressed',
      'Barack Oduma has asked Dr Sana Gurta to join his administration. According to the Ledger, the 39-year-old doctor is the first choice.',
      'Person Sana Gurta: Sana Gurta | the 39-year-old doctor | the first choice',
    ],
    [
      'a first name that is no form of address',
      'Constructor Melk opened the hall. The doctor wept.',
      'Person The doctor: The doctor',
    ],
    [
      'a clause is nobody',
      "Mara Oduya named her minister earlier in the day, the Ostra premier's office said.",
      'Person Mara Oduya: Mara Oduya | her',
    ],
    [
      'who is only the choice for a post is not what it is for',
      'Officials said Dr Sana Gurta had been asked to fill the post of Ostran Surgeon General.',
      'Person Sana Gurta: Sana Gurta',
    ],
    [
      'the bank of a headline',
      'Ex-minister jailed over bank collapse\nThe owners of Devana Bank paid a court clerk. The bank failed.',
      'Organization Devana Bank: bank | Devana Bank | The bank',
    ],
    [
      'whose the sentence before the words is',
      'Envoy Hugh Lorne met reporters. General Piet Brandt accused the rebels of rearming. “We came for peace,” he said on arrival.',
      'Person Piet Brandt: Piet Brandt | We | he',
    ],
    [
      'a body whose name begins with a people’s',
      'The main opposition party, the People’s Alliance, accused the government.',
      'Organization People’s Alliance: The main opposition party | People’s Alliance',
    ],
    [
      'a newspaper and its name',
      'A photographer of the newspaper El Faro was hit.',
      'Organization El Faro: the newspaper | El Faro',
    ],
    [
      'the doer without the by',
      'They wanted a joint commission headed by a Swiss general.',
      'Person a Swiss general: a Swiss general',
    ],
    [
      'a ministry is no agency',
      'The KSB told reporters nothing. The Norwegian foreign ministry said it was sorry.',
      'Organization KSB: KSB',
    ],
    ['some of them', 'Parents waited and several of them wept.', 'Group several of them: several of them'],
    [
      'they are not we in the same words',
      'Samir Kipron, who heads an association of fishermen, was angry. “They sit in hotels. We are shot at,” he said.',
      'Organization an association of fishermen: an association of fishermen',
    ],
    [
      'a body told of as new and then by its noun',
      'Two states let a joint commission settle it. Snow fell. The commission must report within a year.',
      'Organization a joint commission: a joint commission | The commission',
    ],
    [
      'what somebody holds is no body',
      'Samir Kipron took office in May. A court banned him from public office.',
      'Organization A court: A court',
    ],
    [
      'whose kin bears his surname',
      'Samir Kipron was flown out on Monday. Colonel Idris Tamba took power. “He is safe,” his daughter, Awa Kipron, wrote.',
      'Person Awa Kipron: his daughter | Awa Kipron',
    ],
    [
      'they who say it',
      'The Land League was ready. Election observers said the vote was calm, though they criticised delays.',
      'Group Election observers: Election observers | they',
    ],
    [
      'as many as the headline says',
      'Two men charged after stabbing\nTwo men have been charged with murder, police said on Monday.',
      'Group Two men: Two men | Two men',
    ],
    [
      'a boy is no Hannah',
      'A 17-year-old boy was charged. The victim, named locally as Hannah Melk, was in hospital.',
      'Person Hannah Melk: The victim | Hannah Melk',
    ],
    [
      'another minister than that of the headline',
      'Interior minister quits\nFormer defence minister Samir Kipron praised her on Monday.',
      'Person Interior minister: Interior minister | her',
    ],
    [
      'we in the words of one of a group',
      'The coastguard said the boat sank. “We heard screams,” Samir Kipron, one of the fishermen, told Radio Tarn.',
      'Person Samir Kipron: We | Samir Kipron | one of the fishermen',
    ],
    [
      'we is nobody spoken of before',
      'The government has offered less. “If the minister stays away, we will block the road,” teacher Grace Wanjar said.',
      'Organization The government: The government',
    ],
    [
      'an office that is told of before its holder is named',
      'She rejected claims by the prime minister that the vote was stolen. Prime Minister Samir Kipron said it was fair.',
      'Person Samir Kipron: the prime minister | Samir Kipron',
    ],
    [
      'anyone who',
      'Extremists burned two cars. The mayor will dock the pay of anyone who stays away.',
      'Group Extremists: Extremists',
    ],
    [
      'a lawyer beside a place of detention',
      'Two reporters are being held at the barracks of the gendarmerie, their lawyer, Samir Kipron, told the Gazette.',
      'Person Samir Kipron: their lawyer | Samir Kipron',
    ],
    [
      'a country that no gazetteer knows',
      'A court in Bergany jailed a former minister of Bergany, in a first since the country joined the pact. He was caught near Serbia.',
      'Place Bergany: Bergany | Bergany | the country',
    ],
    [
      'who is identified as somebody',
      'A commander died on Monday. The army identified him as Samir Kipron, also known as Jon Melk.',
      'Person Samir Kipron: A commander | him | Samir Kipron | Jon Melk',
    ],
    [
      'a group by the noun right before its name',
      'The Islamist group Ansar al-Melk denied it. Ansar al-Melk has fought the army for years.',
      'Organization Ansar al-Melk: The Islamist group Ansar al-Melk | Ansar al-Melk | it | Ansar al-Melk',
    ],
    [
      'a company whose founder comes after it',
      'Halvane Foods bought a rival. Halvane shares fell. Halvane was founded by brothers Earl and Roy Halvane.',
      'Organization Halvane Foods: Halvane Foods | Halvane | Halvane',
    ],
    [
      'letters that are no country',
      'More than 200 people have died, according to U.N. estimates.',
      'Organization U.N.: U.N.',
    ],
    [
      'a bloc by its capital letter',
      'The opposition Civic Bloc accused her of fraud.',
      'Organization Civic Bloc: Civic Bloc',
    ],
    [
      'the government is no body with another name',
      'The Free Rivers Organization said boats had sunk, a charge the government rejected.',
      'Organization Free Rivers Organization: Free Rivers Organization',
    ],
    [
      'a body by the first word of its name',
      'Halvane Chemicals closed its mill. Dockers accused Halvane of neglect. Halvane declined to comment.',
      'Organization Halvane Chemicals: Halvane Chemicals | its | Halvane | Halvane',
    ],
    [
      'a bank that no gazetteer knows',
      'Norvegate Bank bought a rival on Monday. Norvegate, founded in 1871, employs thousands.',
      'Organization Norvegate Bank: Norvegate Bank | Norvegate',
    ],
    [
      'a noun right before the name of a body',
      'The trade union Free Harbour League called a strike.',
      'Organization Free Harbour League: The trade union | Free Harbour League',
    ],
    ['a capital that stands for its state', 'Washington has refused to send monitors.', 'Place Washington: Washington'],
    [
      'a region by its noun',
      'Envoys from the breakaway region of Ostrin met on Friday. Ostrin has asked for help.',
      'Place Ostrin: the breakaway region of Ostrin | Ostrin | Ostrin',
    ],
    [
      'a town and its noun',
      'Shells hit the front-line town of Brodnik.',
      'Place Brodnik: the front-line town of Brodnik | Brodnik',
    ],
    [
      'a body and the letters in brackets behind it',
      'The Ostrin Aerospace Exploration Agency (OAXA) will send a rover. OAXA did not say when.',
      'Organization Ostrin Aerospace Exploration Agency: Ostrin Aerospace Exploration Agency | OAXA | OAXA',
    ],
    [
      'what runs a dam is a body',
      "The dam's operator, Costa Norte, rejected the claim.",
      "Organization Costa Norte: The dam's operator | Costa Norte",
    ],
    [
      'the president by his title',
      'President Samir Kipron met a reporter of the Gazette. Opposition leader Grace Wanjar urged the president to resign.',
      'Person Samir Kipron: Samir Kipron | the president',
    ],
    [
      'whoever calls it so',
      'A reporter saw two men. President Samir Kipron condemned what he called “a cowardly act”.',
      'Person Samir Kipron: Samir Kipron | he',
    ],
    [
      'which is no person',
      'Sana Melk of the Free Rivers Union, which had warned of floods, was not surprised.',
      'Organization Free Rivers Union: Free Rivers Union | which',
    ],
    [
      'at least so many',
      'At least five people were shot dead, a doctor said.',
      'Group At least five people: At least five people',
    ],
    [
      'her own client',
      'Nurse Ada Lorne was held on Friday. Her lawyer, Hugh Quist, said his client was innocent.',
      'Person Hugh Quist: Her lawyer | Hugh Quist | his',
    ],
    [
      'whose home it was',
      'The head of the harbour police ordered the murder of reporter Dana Ilves, who was shot outside her home.',
      'Person Dana Ilves: reporter Dana Ilves, who was shot outside her home | Dana Ilves | who | her',
    ],
    [
      'who was at it when',
      'Dana Ilves had written of the docks when she was shot. The mayor, Anna Quist, left.',
      'Person Dana Ilves: Dana Ilves | she',
    ],
    [
      'the army of a country that the article names',
      'Tarvia sent ships on Monday. Tarvian artillery shelled Brodnik.',
      'Place Tarvia: Tarvia | Tarvian',
    ],
    [
      'a capital is no court',
      'The court in the capital, Port Marin, sentenced Radu Petran.',
      'Place Port Marin: the capital | Port Marin',
    ],
    [
      'a regulator is a body',
      'The competition regulator said it would review the sale.',
      'Organization The competition regulator: The competition regulator | it',
    ],
    [
      'who will be it',
      'Marek Ostrel will be the host of the gala in Tarn.',
      'Person Marek Ostrel: Marek Ostrel | the host of the gala',
    ],
    [
      'as whom somebody is shown',
      'On Friday organisers unveiled Jonas Pell as the host of the gala.',
      'Person Jonas Pell: Jonas Pell | the host of the gala',
    ],
    [
      'as whom somebody returns',
      'Ella Moor is to return as host of the gala.',
      'Person Ella Moor: Ella Moor | host of the gala',
    ],
    ['who may be it is not', 'Ada Brenn could be the next chancellor.', 'Person Ada Brenn: Ada Brenn'],
    [
      'nor who is nominated',
      'Dana Ilves nominated Paula Rye as the harbour commissioner.',
      'Person Paula Rye: Paula Rye',
    ],
    ['nor who is asked', 'The mayor asked Lena Holt to be harbour commissioner.', 'Person Lena Holt: Lena Holt'],
    ['nor who is not', 'Peter Sand is not the mayor of Tarn.', 'Person the mayor of Tarn: the mayor of Tarn'],
    [
      'whom the verb before was done to',
      'The Rovers fired coach Tom Brink, who was no friend of Hugh Quist, and replaced him with Karl Ness.',
      'Person Tom Brink: coach | Tom Brink | who | him',
    ],
    [
      'a mother is no sister',
      'A court convicted Jon Melk of killing his mother and sister in Tarn.',
      'Person sister: sister',
    ],
    [
      'a list of two people',
      'A police officer and bomb technician were killed. The officer was 40.',
      'Person bomb technician: bomb technician',
    ],
    [
      'a list that looks like an apposition',
      'The actor fooled a court judge, a city prosecutor and her own lawyer.',
      'Person a city prosecutor: a city prosecutor',
    ],
    [
      'one of whom no number tells',
      'A guard suspected of shooting three people, killing one, was arrested in Tarn.',
      'Person A guard: A guard',
    ],
    ['so many others', 'The quake killed nine people and hurt dozens in Tarn.', 'Group nine people: nine people'],
    [
      'of a headline and of the lead she is whose name comes then',
      'Woman killed in Tarn crash\nDriver charged\nA woman has died after a car hit her in Tarn on Friday. Dana Ilves, 59, was leaving a shop when she was struck. A driver was arrested nearby.',
      'Person Dana Ilves: Woman | A woman | her | Dana Ilves | she',
    ],
    [
      'a place by the noun that its name ends in',
      "A vigil will be held outside St. Anne's Church in Tarn. The church's priest, Daniel Orr, said he would attend.",
      "Place St. Anne's Church: St. Anne's Church | The church",
    ],
    [
      'of two that are called so neither',
      "The march began at St. Anne's Church and ended at St. Mark's Church. The church was full.",
      "Place St. Anne's Church: St. Anne's Church",
    ],
    [
      'whose body was found',
      'A woman was killed in a house fire in Tarn on Friday. Firefighters found the body of Dalia Renn, 34, in a bedroom.',
      'Person Dalia Renn: A woman | Dalia Renn',
    ],
    [
      'of whom somebody is the sister is another',
      'Ana Terek is the sister of the finance minister, and critics left.',
      'Person the finance minister: the finance minister',
    ],
  ])('%s', async (_what, text, entity) => {
    expect(await entitiesOf(text)).toContain(entity);
  });

  test.each([
    ['a part of a word', 'This is a once-in-a-generation chance.', 'a-generation'],
    ['a deed', 'The mayor left as shelling killed two guards.', 'shelling'],
    ['a storm', 'Storm Ilka killed nine people in Norway. Ilka was the third storm of the month.', 'Ilka'],
    ['what somebody is not', 'Lena Vasko could be a minister, but she is no engineer.', 'no engineer'],
    ['a noun of a noun', 'Two men threw stones at riot police.', 'riot'],
  ])('nobody is %s', async (_what, text, name) => {
    expect((await extracted(text)).entities.map((entity) => entity.name)).not.toContain(name);
  });

  test('nobody who is only told of says "I"', async () => {
    const text = [
      'Harbour Weekly: How was the race?',
      'Varga: I was tired. My coach, Henk Dorrin, told me that I had won, but I did not believe him.',
      'Harbour Weekly: Was the coach there?',
      'Varga: Yes. I saw him.',
    ].join('\n');
    const { statements, entities } = await extracted(text);
    const nameOf = (id: string | null) => entities.find((entity) => entity.id === id)?.name;
    const said = statements.map(({ kind, speaker, content }) => [
      kind,
      nameOf(speaker),
      text.slice(content[0]!.start, content[0]!.end),
    ]);
    expect(said).toContainEqual(['direct', 'Harbour Weekly', 'How was the race']);
    expect(said).toContainEqual([
      'direct',
      'Varga',
      'I was tired. My coach, Henk Dorrin, told me that I had won, but I did not believe him',
    ]);
    const coach = entities.find(({ name }) => name === 'Henk Dorrin')!;
    expect(coach.mentions.map(({ start, end }) => text.slice(start, end))).not.toContain('I');
  });
});
