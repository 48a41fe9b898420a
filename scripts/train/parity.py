"""models/parity.json: what the shipped model reads in a few sentences of our own, for the runtime to be held against."""
import json

SENTENCES = [
    'Foreign Minister Ilse Varga said on Tuesday that the Russian - led bloc would not send troops to Port Maren .',
    "Kassym-Jomart Ardakov , 61 , did n't resign ; he was dismissed by the Northern Assembly .",
    'About 2,300 protesters marched from Hallam Square to the Ministry of Fisheries on 4 March 2021 .',
    "“ We can not pay $ 4.5 million , ” Odile N’Guessan told the BBK news agency .",
    'The ferry Meridian Star , built by Osterlund Shipyards , sank off the Tavian coast in 1998 .',
    'TWO KILLED IN BLAST NEAR VESSIN AIRPORT',
    'Were the ministers warned before the dam broke ?',
    "The mayor 's spokeswoman , Tamsin Achterberg , denied that any of the money had been stolen .",
    'Neither the Halvard Group nor its chairman Piet Lorne has commented .',
    'In Côte d’Argent , São Telmo and Łomnica , Muslims and Christians prayed together .',
    'Prices rose 3.2 % in the G7 countries between May and July .',
    'She had been told by Capt. R. J. Okonjo-Reyes that the rebels were retreating toward Lake Ambra .',
    'Call +44 20 7946 0000 or write to desk@daily-lantern.example : https://www.daily-lantern.example/news/2021/03/04/blast-near-vessin-airport',
    'Brussels , Tallinn and the Baltic Chamber of Commerce blamed Moscow ; Moscow blamed them .',
    "They 're fighting , the Lantern reported , because they 've nothing left to lose .",
    'The Peace of Lund , which the two kings signed in 1412 , was broken within a year .',
    'Gunmen loyal to Gen. Farid Tolunay have seized the Radio Belmark building , witnesses say .',
    'iLex and McAllan AG cut 1,200 jobs ; unions called it “ shameful ” .',
    'wait — what ? ? ? lol 😀',
    '北京 and \u200b and ﬁnance',
    'No .',
]


def write(model, path):
    rows = []
    for sentence in SENTENCES:
        words = sentence.split(' ')
        pieces, shapes, first, last = model.wordpiece.sentence(words)
        read = model.read(words)
        rows.append({'words': words, 'pieces': pieces, 'shapes': shapes, 'first': first, 'last': last, **read})
    text = ',\n'.join(json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text(f'[\n{text}\n]\n', encoding='utf8')
