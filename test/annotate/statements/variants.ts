/** People, bodies and places of one retelling of the same wire story; all invented. */
export interface Cast {
  readonly leader: string;
  readonly surname: string;
  readonly country: string;
  readonly people: string;
  readonly alliance: string;
  readonly variant: string;
  readonly acronym: string;
  readonly ally: string;
  readonly allySurname: string;
  readonly allyCountry: string;
  readonly allyPeople: string;
  /** Who was president there before. */
  readonly former: string;
}

const NAMES = [
  [
    'Viktor Osten',
    'Osten',
    'Belmark',
    'Belmarkian',
    'Northern Harbour Defence Organisation',
    'Northern Harbour Defence Organization',
    'NHDO',
    'Anselm Kord',
    'Kord',
    'Drevia',
    'Drevian',
    'Rado Keld',
  ],
  [
    'Pavel Lorne',
    'Lorne',
    'Tavia',
    'Tavian',
    'Common River Security Organisation',
    'Common River Security Organization',
    'CRSO',
    'Milos Verko',
    'Verko',
    'Karvania',
    'Karvanian',
    'Emil Tasko',
  ],
  [
    'Ivan Sedlar',
    'Sedlar',
    'Ostrova',
    'Ostrovan',
    'Eastern Shield Treaty Organisation',
    'Eastern Shield Treaty Organization',
    'ESTO',
    'Tomas Reyk',
    'Reyk',
    'Ardania',
    'Ardanian',
    'Boris Hane',
  ],
  [
    'Oskar Brandt',
    'Brandt',
    'Lundmark',
    'Lundmarkian',
    'Mutual Coast Guard Organisation',
    'Mutual Coast Guard Organization',
    'MCGO',
    'Yusuf Amadi',
    'Amadi',
    'Zembia',
    'Zembian',
    'Musa Okell',
  ],
  [
    'Henrik Dahl',
    'Dahl',
    'Norvia',
    'Norvian',
    'Baltic Peace Treaty Organisation',
    'Baltic Peace Treaty Organization',
    'BPTO',
    'Stefan Ruge',
    'Ruge',
    'Castania',
    'Castanian',
    'Pablo Serrin',
  ],
] as const;

export const CASTS: readonly Cast[] = NAMES.map(
  ([
    leader,
    surname,
    country,
    people,
    alliance,
    variant,
    acronym,
    ally,
    allySurname,
    allyCountry,
    allyPeople,
    former,
  ]) => ({
    leader,
    surname,
    country,
    people,
    alliance,
    variant,
    acronym,
    ally,
    allySurname,
    allyCountry,
    allyPeople,
    former,
  }),
);

/** One way of wording the story; each paragraph is a line, and marks say what must be found. */
export interface Wording {
  readonly wording: (cast: Cast) => string;
  /** Of the meeting, told on Saturday, 1 January 2000. */
  readonly day: string;
}

export const WORDINGS: readonly Wording[] = [
  {
    day: '1999-12-27',
    wording: (
      c,
    ) => `${c.people} President ${c.leader} attends a meeting of the ${c.variant} (${c.acronym}) on the unrest in ${c.allyCountry}.
${c.people} President ${c.leader} on Monday {blamed:blamed} ${c.allyCountry}'s violent unrest on foreign and domestic enemies, and said the ${c.people}-led ${c.acronym} military alliance {wouldnot:would not allow its member governments to be toppled in “garden revolutions”}.
He told an online meeting of the leaders of the ${c.alliance} by video link that the deployment of ${c.acronym} troops {prevented:had prevented armed groups from destroying the state}.
“{direct:Of course, we understand that this is not the last attempt to interfere in our affairs},” ${c.surname} said.
“{direct:What the ${c.acronym} has done shows that nobody will be allowed to rock our house},” he said.
He said the ${c.acronym} contingent {withdrawn:would be withdrawn once its mission was complete}.
${c.surname} made the comments after a speech by ${c.allyPeople} President ${c.ally}, {praise:whose courage} he praised. The ${c.allyPeople} leader said {restored:order had been restored but that the hunt for “terrorists” was ongoing}.
“{direct:The violence was not caused by peaceful rallies about the price of bread},” ${c.surname} said.
More than 3,000 people were arrested and two ministries were set on fire in ${c.allyCountry} last week. Marches against the price of bread grew into riots against the government of ${c.allySurname}, who succeeded ${c.former} as president in 2019.`,
  },
  {
    day: '1999-12-28',
    wording: (
      c,
    ) => `The president of ${c.country}, ${c.leader}, {blamed:accused} unnamed outside forces on Tuesday of organising the riots in ${c.allyCountry}.
“{direct:We will not leave our friends alone with bandits},” ${c.surname} told a summit of the ${c.alliance} (${c.acronym}).
He said the ${c.people}-led ${c.acronym} {wouldnot:would not permit any more “garden revolutions” in its member states}.
${c.surname}, who spoke by video link, said that the arrival of the alliance's troops {prevented:had prevented the collapse of the government in ${c.allyCountry}}.
“{direct:The steps that the ${c.acronym} has taken were right},” he said.
The soldiers {withdrawn:would be withdrawn as soon as their work was done}, ${c.surname} said.
${c.allyPeople} President ${c.ally} spoke before him. ${c.surname} praised {praise:${c.allySurname}} for his courage.
The ${c.allyPeople} leader said {restored:calm had been restored and that the search for “terrorists” went on}.
“{direct:The riots broke out not because of rallies about the price of bread},” ${c.surname} said.
The ${c.variant} (${c.acronym}) has five members.
Crowds burned the tax office in ${c.allyCountry} last week, and police detained at least 900 people. Rallies over the price of bread escalated into protests against ${c.allySurname}, who replaced ${c.former} as president in 2019.`,
  },
];
