import type { Talk } from './talk.ts';

/** The English sibling of talk-zh.ts: the same points in the same order. */
export const talkEn: Talk = {
  title: 'One table, two relations: a talk to a reading group (example)',
  turns: [
    {
      speaker: 'The speaker',
      paragraphs: [
        'Good afternoon. You asked me to look at an old question in its new clothes: now that AI has gone round the world, can countries and companies pull against each other and pull together? I write no code. I study the history of guilds and standards, so there will be little about technology today and more about how people get along. Let me say at once where I stand: I believe that this path can be walked, though walking it is a good deal harder than cheering for it.',
        'First, what can rivals share?',
        'Look at the sea. In the fifties and sixties every shipping line had boxes of its own size, and each change of ship or port meant unpacking and packing again. Then one owner gave up the patents on his box, and a common size was agreed. Since that day the boxes have been the same, yet ships still race, ports still undercut one another, and customers still shop around. What is shared is the floor; what is fought over is the trade on top of it.',
        'Software shows this even better. In open-source projects, rivals maintain one shared foundation together. For example, open the commit log of the Linux kernel and you find makers of chips, clouds and phones side by side, several of whom have met in court. Why do they sit at one table? I see three reasons: first, upkeep is too dear for any of them alone; second, a change that is not handed back must be made again at the next upgrade; third, only those at the table have a say in where it goes. Therefore they stay not out of courtesy, but because leaving would cost them more.',
        'If the goods are free, who pays for dinner? Code may cost nothing, but setting it up, watching over it and teaching people to use it can all be charged for. However, one bill should be read with care: those who wrote the program often get nothing, while the rent goes to the few who own the data centres. I know a maintainer whose little tool runs on millions of machines and who still leaves for his day job every morning. Then again, the data centres cannot do without such programs, so their owners have a reason to pay.',
        'Second, how wide is the door?',
        '“Open” is a word that swells. A door may stand wide open or only ajar, and a licence says who may come in and what they may do inside. What DeepSeek does is to put out the finished model: anyone can take it home and run it on their own machine. That is rare enough, because several others will only sell you a bowl across the counter.',
        'However, taking it home is not cooking it. Someone brings you a pot of good soup; you may eat it and add to it, but the shopping list and the notes on the fire are not in the pot. Using is not making: without the training data and full code, outsiders cannot rebuild the model from scratch. So let us quarrel less about the name and ask more often which things were opened.',
        'Holding something back need not be mean. A carmaker invented the three-point seat belt in 1959 and opened the patent to all its competitors, but it did not throw in the plans of the whole car. Many lives were saved, and its cars went on selling. What is given and what is kept can each have its place, and every firm keeps its own book on which is which.',
        'Third, who gets the good of it?',
        'The first to taste it are small teams in small places. For instance, three people who mend tractors in my home town plugged into a cheap API last year and built a helper that tells farmers what has broken; it costs them less a month than a round of drinks. A few years ago they would not have dreamt of it.',
        'However, here are two buckets of cold water. The bill is smaller, but people who know what to do are still hard to hire, clean data are still hard to find, and there is still a queue for the machines. Nor is today’s price tomorrow’s. When ride-hailing first came to our streets it was as good as free; once one or two firms were left, the fares crept back.',
        'Safety, too, has two sides. On the one hand, a released model is spilt water, and nobody can put it back in the jug. On the other hand, the more eyes are on it, the less time a fault can hide. A locked cupboard may not stop a thief, but it surely stops an honest inspector.',
      ],
    },
    {
      speaker: 'The moderator',
      paragraphs: [
        'May I cut in? You speak mostly of companies. But suppose a government says that its security is at stake; one order, and engineers on both sides stop talking to each other. Does your table still stand then?',
      ],
    },
    {
      speaker: 'The speaker',
      paragraphs: [
        'A fair question, and the one I meant to end with.',
        'Finally, can states still sit down together?',
        'Tables do get overturned, and the ban on chips is a case in point. In my view, without that ban the later tricks for saving computing power would never have come. It was meant to keep people outside; those outside made a door of their own. Since neither side is able to throw the other out of the hall, all that is left is to learn to stay in it together. It may also end otherwise: whom you cannot drive out, you may wall off. I make no promises.',
        'But that cooperation is over once security comes in, I deny. The more security is at stake, the more shared rules matter: even Cold War rivals signed arms-control treaties. They did not sign out of fondness; both were afraid of an accident. AI gives us such fears as well: fraud, poisons, attacks on the power grid. Where fears are shared, there is something to talk about. In 1865 European states that were arming against each other sat down to settle how to join their telegraph lines; several great wars later, the union they founded is still there.',
        'Moreover, engineers began to talk before governments did. Open-source communities look at no passports: a good change goes in, a bad one goes back. When Beijing sleeps, Berlin carries on. I do not say that this brings peace, only that people who read each other’s work every day misread each other less.',
        'Who, then, makes the rules? I think that they must not be made behind closed doors by a few firms and ministries. If a system is to mark pupils and put patients in line, pupils and patients should have a say in how. Although I am for this, I have seen it go wrong: at some hearings the seats fill up with people handing out business cards, and those who must live with the thing never get in. Therefore an invitation needs rules of its own: seats for those without a lobby, fares for those who lose a day’s pay, and a public answer to every proposal.',
        'To sum up: lay the floor together, because alone it costs too much. Compete for the trade on top of it as hard as you can. And let those who stand on the floor say how it is laid. Without a contest, nobody runs; without a common floor, whatever is won belongs to the fastest runner alone. The road is rough, but people are mending it from both ends, and I am willing to walk on a little. Thank you.',
      ],
    },
  ],
};
