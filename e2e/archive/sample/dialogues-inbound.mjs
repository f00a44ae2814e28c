// What customers ring up for. A line is who speaks (A the company, C the customer, B a second colleague) and what is
// said; `~900` is a silence in milliseconds; {words} are filled in; #digits are spoken one by one.

/** @typedef {import('./script.mjs').Script} Script */

/** @type {readonly Script[]} */
export const INBOUND = [
  {
    id: 'late-delivery',
    lines: [
      'A {hello}',
      'C Hello, this is {customer}. I ordered a {item} and it was promised for {day}. It still has not come.',
      'A I am sorry about that. May I have your order number?',
      'C Yes, it is #{order}.',
      '~1100',
      'A Thank you. I see the parcel left our warehouse, but the driver did not find the house.',
      'C That is odd, there is a large number on the door.',
      'A I will send it out again tomorrow morning, with a note for the driver.',
      'C All right. Thank you. Goodbye.',
    ],
  },
  {
    id: 'order',
    lines: [
      'A {hello}',
      'C Good day. I would like to order {count} of the {item}, please.',
      'A Of course. Which colour would you like?',
      'C {colour}, if you have it.',
      '~900',
      'A We do. That comes to {amount} euros with delivery. Shall I send it to your usual address?',
      'C Yes please, {street}.',
      'A Then your order number is #{order}. It will be with you on {day}.',
    ],
  },
  {
    id: 'appointment',
    lines: [
      'A {hello}',
      'C Hello, {customer} here. I need someone to come and fit the {item}.',
      'A Certainly. Would {day} at {time} suit you?',
      'C No, I am at work then. Is there anything later?',
      'A I could offer you half past five on the same day.',
      'C That is perfect. It is {street}, second floor.',
      'A Noted. Our fitter will ring you half an hour before.',
    ],
  },
  {
    id: 'refund',
    lines: [
      'A {hello}',
      'C I sent back a {item} two weeks ago and I am still waiting for my refund.',
      'A Let me look. What is the number on the returns slip?',
      'C #{order}.',
      '~1300',
      'A Yes, it arrived on {day}. The refund of {amount} euros was held up because the receipt was missing.',
      'C I put the receipt in the box!',
      'A Then I will release the payment now. You will have it within three days.',
      'C Good. I shall be watching my account.',
    ],
  },
  {
    id: 'technical-fault',
    lines: [
      'A {hello}',
      'C Hi. The {device} I bought from you makes a buzzing noise and then switches itself off.',
      'A Is there a small red light on the back when that happens?',
      'C Hold on, I will look.',
      '~1600',
      'C Yes, it blinks three times.',
      'A That means it is too warm. Please move it away from the wall and leave it off for ten minutes.',
      'C And if that does not help?',
      'A Then we exchange it. Your warranty runs for another year.',
    ],
  },
  {
    id: 'cancel-contract',
    lines: [
      'A {hello}',
      'C My name is {customer} and I want to cancel my maintenance contract, number #{order}.',
      'A I am sorry to hear that. May I ask why?',
      'C We are moving abroad, so I have no use for it any more.',
      'A I understand. The contract then ends on the last day of next month.',
      'C Will you confirm that in writing?',
      'A Yes, you will have a letter by {day}.',
    ],
  },
  {
    id: 'invoice-question',
    lines: [
      'A {hello}',
      'C This is {customer}. I have an invoice here for {amount} euros and I do not know what it is for.',
      'A Could you read me the invoice number?',
      'C #{order}.',
      '~1000',
      'A That is the yearly inspection of your {item}.',
      'C But I was told that it is included.',
      'A You are right, I see it in the notes. I will cancel the invoice. Please ignore it.',
    ],
  },
  {
    id: 'address-change',
    lines: [
      'A {hello}',
      'C Hello, I am moving house and want to give you my new address.',
      'A Gladly. What is your customer number?',
      'C #{order}. The new address is {street}, from {day}.',
      'A Thank you, that is changed. Does the invoice go there as well?',
      'C No, the invoice stays with my office.',
      'A Very well. Then you are all set.',
    ],
  },
  {
    id: 'damaged-goods',
    lines: [
      'A {hello}',
      'C Good morning. The {item} arrived today and there is a crack right across it.',
      'A Oh dear. Was the box damaged as well?',
      'C Yes, one corner was crushed. I have taken photographs.',
      'A Please send them to us with the order number, that is #{order}, is it not?',
      'C That is right.',
      'A A new one goes out on {day}, and the driver takes the broken one back with him.',
    ],
  },
  {
    id: 'stock-check',
    lines: [
      'A {hello}',
      'C Hello. Do you have the {item} in {colour} in your showroom? I would like to see it first.',
      'A One moment please, I will check.',
      '~1500',
      'A We have two of them here. Shall I put one aside for you?',
      'C Yes please, under {surname}. I will come by on {day}.',
      'A Wonderful. We are open until seven.',
    ],
  },
  {
    id: 'quote',
    lines: [
      'A {hello}',
      'C {customer} here. We are refitting our office and need {count} of the {item}. What would that cost?',
      'A For that number I can give you twelve percent off. That makes {amount} euros.',
      'C Is delivery included?',
      'A It is, and so is fitting, if you order before {day}.',
      'C Please put that in an email to me, then I will talk to my partner.',
    ],
  },
  {
    id: 'praise',
    lines: [
      'A {hello}',
      'C I am not ringing to complain, for once. Your fitter was here on {day} and he was splendid.',
      'A How kind of you to say so! May I pass that on to him?',
      'C Please do. He even took the old {item} away.',
      'A He will be very pleased. Thank you for calling.',
    ],
  },
  {
    id: 'warranty',
    lines: [
      'A {hello}',
      'C Hello, I would like to know whether my {item} is still under warranty.',
      'A I need the serial number. It is on the bottom.',
      '~1400',
      'C It says #{order}.',
      'A You bought it nineteen months ago, so you have five months left. What is wrong with it?',
      'C The handle came off.',
      'A We will send you a new handle free of charge. It takes until {day}.',
    ],
  },
  {
    id: 'web-account',
    lines: [
      'A {hello}',
      'C I cannot get into my account on your website. It says that I am locked out.',
      'A After five wrong passwords that happens, for your own safety. What is your name, please?',
      'C {customer}.',
      'A Thank you. I have sent you a message with a link. Is it there?',
      '~1200',
      'C Yes, it just came. I am in. That was quick!',
    ],
  },
];

/** Six to ten seconds each. @type {readonly Script[]} */
export const SHORT_INBOUND = [
  {
    id: 'wrong-number',
    lines: [
      'A {briefly}',
      'C Oh, is that not the dentist?',
      'A No, I am afraid you have the wrong number.',
      'C Sorry!',
    ],
  },
  {
    id: 'opening-hours',
    lines: ['A {briefly}', 'C When do you close on {day}?', 'A At seven.', 'C Lovely, thank you.'],
  },
  {
    id: 'call-me-back',
    lines: [
      'A {briefly}',
      'C {surname} here. Is your manager in?',
      'A Not until {time}.',
      'C Then please ask for a call back.',
    ],
  },
  {
    id: 'parcel-in',
    lines: ['A {briefly}', 'C Has my {item} come in?', 'A Yes, this morning.', 'C I am on my way.'],
  },
  {
    id: 'fax-number',
    lines: [
      'A {briefly}',
      'C What is your fax number, please?',
      'A The main number, ending in #399.',
      'C Thanks.',
    ],
  },
];
