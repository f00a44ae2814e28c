// What the company rings others up for, what colleagues say to each other, what is left on the voicemail, and the few
// calls that are there for one reason each. For the notation see dialogues-inbound.mjs.

/** @typedef {import('./script.mjs').Script} Script */

/** @type {readonly Script[]} */
export const OUTBOUND = [
  {
    id: 'call-back',
    lines: [
      'C {surname}.',
      'A Hello, this is {agent} from Marrowby Home Supplies. You asked us to ring back about the {item}.',
      'C Yes, thank you. I wanted to know if I can still change the colour.',
      'A That is possible until {day}. Which one would you like?',
      'C {colour}, please.',
      'A I have changed it. The price stays the same.',
    ],
  },
  {
    id: 'delivery-notice',
    lines: [
      'C Hello?',
      'A Good day, {agent} from Marrowby. Your {item} is ready. May we bring it on {day} at {time}?',
      'C I am out then, but my neighbour could take it.',
      'A Which name is on the bell?',
      'C Just ring at {street}, ground floor.',
      'A Thank you, I will tell the driver.',
    ],
  },
  {
    id: 'payment-reminder',
    lines: [
      'C {customer} speaking.',
      'A This is {agent} from Marrowby Home Supplies. I am calling about invoice #{order}. It has been open for six weeks.',
      'C Oh. How much is it?',
      'A {amount} euros.',
      'C I am so sorry, it went to my old address. I will pay it today.',
      'A That is fine. Then I will not send a reminder.',
    ],
  },
  {
    id: 'survey',
    lines: [
      'C Yes, hello?',
      'A Hello, {agent} here from Marrowby Home Supplies. May I ask you two short questions about your order?',
      'C If it is quick.',
      'A How satisfied are you with the {item}, from one to ten?',
      'C Nine. It squeaks a little.',
      'A And would you recommend us to a friend?',
      'C I already have.',
    ],
  },
  {
    id: 'supplier-order',
    lines: [
      'C Wholesale, {surname} speaking.',
      'A Hello, Marrowby Home Supplies. We need another {count} of the {item}.',
      'C I can do that by {day}. The price has gone up, though. It is {amount} euros now.',
      'A That is rather a lot. Can you hold the old price if we take twice as many?',
      '~900',
      'C For you, yes. I will send the confirmation under #{order}.',
    ],
  },
  {
    id: 'complaint-follow-up',
    lines: [
      'C Hello, {customer}.',
      'A {agent} from Marrowby. I wanted to hear whether the new {item} works now.',
      'C It does, finally. But it took three phone calls.',
      'A I know, and I apologise. We have put {amount} euros on your account as a thank you for your patience.',
      'C That is decent of you.',
    ],
  },
];

/** @type {readonly Script[]} */
export const SHORT_OUTBOUND = [
  {
    id: 'ready-to-collect',
    lines: ['C Yes?', 'A Marrowby here. Your {item} can be collected.', 'C Great, thank you!'],
  },
  {
    id: 'running-late',
    lines: ['C {surname}.', 'A {agent} from Marrowby. Our driver is an hour late.', 'C I will wait.'],
  },
  {
    id: 'wrong-price',
    lines: [
      'C Hello?',
      'A Marrowby here. We charged too much. You get {amount} euros back.',
      'C Oh, how nice.',
    ],
  },
];

/** Here A answers and C is the colleague who rings. @type {readonly Script[]} */
export const INTERNAL = [
  {
    id: 'hand-over',
    lines: [
      'A {agent}.',
      'C Hi, it is {colleague}. Can you take over order #{order}? I am off from {day}.',
      'A Sure. What is left to do?',
      'C The customer wants the {item} in {colour}, and the supplier has not answered yet.',
      'A I will chase them at {time}.',
      'C You are a star.',
    ],
  },
  {
    id: 'computer-help',
    lines: [
      'A {agent}.',
      'C {colleague} here. My screen is frozen again and I have a customer waiting.',
      'A Hold the power button for ten seconds, then start it again.',
      '~1500',
      'C It is coming up now. Thank you.',
      'A If it happens once more, I will bring you another one on {day}.',
    ],
  },
  {
    id: 'shift-swap',
    lines: [
      'A Hello, {agent} speaking.',
      'C {colleague} here. Could we swap shifts on {day}? My daughter has a concert at {time}.',
      'A Yes, if you do the Saturday after.',
      'C Deal. I will tell the boss.',
    ],
  },
  {
    id: 'stock-count',
    lines: [
      'A Hello, {agent}.',
      'C Hi, {colleague} here. The system says we have {count} of the {item}. Is that true?',
      'A Wait, I will go and count.',
      '~1800',
      'A There are only three on the shelf.',
      'C I thought so. Please correct it, I have just sold five.',
    ],
  },
];

/** @type {readonly Script[]} */
export const SHORT_INTERNAL = [
  {
    id: 'printer',
    lines: ['A {agent}.', 'C {colleague}. Is the printer broken?', 'A Paper is out. I am on it.'],
  },
  { id: 'meeting', lines: ['A {agent}.', 'C We meet at {time}, are you coming?', 'A Two minutes.'] },
];

/** @type {readonly Script[]} */
export const GERMAN_INBOUND = [
  {
    id: 'bestellung',
    language: 'de',
    lines: [
      'A Guten Tag, Marrowby Wohnbedarf, {agent} am Apparat.',
      'C Guten Tag, {customer}. Ich möchte zwei Stehlampen bestellen.',
      'A Gerne. In welcher Farbe?',
      'C In Grün, bitte. Wann können Sie liefern?',
      'A Am Donnerstag zwischen neun und zwölf Uhr.',
      'C Das passt mir gut. Vielen Dank und auf Wiederhören.',
    ],
  },
  {
    id: 'reklamation',
    language: 'de',
    lines: [
      'A Marrowby Wohnbedarf, {agent}, was kann ich für Sie tun?',
      'C Der Spiegel, den Sie gestern gebracht haben, hat einen Sprung.',
      'A Das tut mir leid. Wie ist Ihre Bestellnummer?',
      'C #{order}.',
      '~1000',
      'A Ich schicke Ihnen sofort einen neuen. Den alten nimmt der Fahrer wieder mit.',
      'C Na gut. Aber diesmal bitte besser einpacken!',
    ],
  },
];

/** @type {readonly Script[]} */
export const GERMAN_OUTBOUND = [
  {
    id: 'rückruf',
    language: 'de',
    lines: [
      'C Ja, bitte?',
      'A Guten Tag, hier ist {agent} von Marrowby. Sie hatten um einen Rückruf gebeten.',
      'C Ach ja. Die Rechnung ist doppelt gekommen.',
      'A Das haben wir gesehen. Bitte zahlen Sie nur die erste.',
      'C Dann ist ja alles klar. Danke schön.',
    ],
  },
];

/** @type {readonly Script[]} */
export const TRANSFERRED = [
  {
    id: 'transfer-to-support',
    lines: [
      'A {hello}',
      'C Hello, I have a question about the valve on my water heater.',
      'A That is one for our technicians. I will put you through.',
      'C Thank you.',
      '~2600',
      'B Support, {second} speaking.',
      'C Hello. Does the valve have to be open or shut over the winter?',
      'B Shut, and please drain the pipe as well.',
      'C I see. Good that I asked.',
    ],
  },
  {
    id: 'transfer-to-accounts',
    lines: [
      'A {hello}',
      'C {customer} here. I was billed twice for order #{order}.',
      'A I cannot see the payments from here. One moment, I will connect you with accounts.',
      '~2200',
      'B Accounts, {second}.',
      'C I was billed twice, for {amount} euros each.',
      'B You are right, the second one is a mistake. I am sending the money back today.',
    ],
  },
];

/** @type {readonly Script[]} */
export const NIGHT = [
  {
    id: 'night-fault',
    lines: [
      'A Emergency service, {agent}.',
      'C Thank heavens. There is water coming out of the water heater, all over the kitchen!',
      'A Please turn off the main tap. It is usually under the sink.',
      '~2000',
      'C It is off. It has stopped.',
      'A Well done. I will be with you in forty minutes.',
    ],
  },
  {
    id: 'night-alarm',
    lines: [
      'A Emergency service, {agent} speaking.',
      'C The smoke alarm you fitted keeps beeping, and there is no fire.',
      'A Once a minute? Then it only needs a new battery.',
      'C Yes, once a minute. Can I take it down until the morning?',
      'A You can. Somebody comes on Monday with a new one.',
    ],
  },
];

/** @type {readonly Script[]} */
export const VOICEMAIL = [
  {
    id: 'vm-call-back',
    lines: ['C Hello, this is {customer}. Please call me back about the {item}. I am at home until {time}.'],
  },
  {
    id: 'vm-order',
    lines: ['C {customer} here. My order number is #{order}. I would like to cancel it. Thank you.'],
  },
  { id: 'vm-sick', lines: ['C Hi, it is me. I have a cold and will not be in until {day}. Sorry.'] },
  {
    id: 'vm-driver',
    lines: ['C I am the driver with the {item}. Nobody opens the gate. I will wait ten minutes.'],
  },
];

/** @type {readonly Script[]} */
export const GREETING = [
  { id: 'greeting', lines: ['A {agent} cannot take your call. Please leave a message.'] },
];
