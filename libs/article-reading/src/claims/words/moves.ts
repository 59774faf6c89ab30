/** Where a price, or a market value, went. */
export type Direction = 'up' | 'down';

interface Move {
  readonly direction: Direction;
  /** `past`: said of what was. `bare`: also an infinitive, a plural present or a noun ("drop"). `ing`: a participle. `third`: "drops", also a noun's plural. */
  readonly form: 'past' | 'bare' | 'ing' | 'third';
  /** "edged", "ticked": their direction is that of the particle after them. */
  readonly needsParticle: boolean;
}

/** Of each verb: bare, third person, -ing, then all its past forms. */
const verbs: Readonly<Record<Direction, string>> = {
  down: `fall falls falling fell fallen|drop drops dropping dropped|sink sinks sinking sank sunk|slide slides sliding slid
    |slump slumps slumping slumped|plunge plunges plunging plunged|tumble tumbles tumbling tumbled|lose loses losing lost
    |shed sheds shedding shed|decline declines declining declined|dip dips dipping dipped|slip slips slipping slipped
    |retreat retreats retreating retreated|crater craters cratering cratered|crash crashes crashing crashed
    |plummet plummets plummeting plummeted|sag sags sagging sagged|nosedive nosedives nosediving nosedived
    |skid skids skidding skidded|tank tanks tanking tanked|swoon swoons swooning swooned|ease eases easing eased
    |weaken weakens weakening weakened|sour sours souring soured`,
  up: `rise rises rising rose risen|gain gains gaining gained|climb climbs climbing climbed|jump jumps jumping jumped
    |surge surges surging surged|soar soars soaring soared|rally rallies rallying rallied|advance advances advancing advanced
    |pop pops popping popped|rocket rockets rocketing rocketed|skyrocket skyrockets skyrocketing skyrocketed
    |rebound rebounds rebounding rebounded|recover recovers recovering recovered|leap leaps leaping leapt leaped
    |spike spikes spiking spiked|add adds adding added|vault vaults vaulting vaulted|bounce bounces bouncing bounced`,
};
const particleVerbs =
  'edge edges edging edged|inch inches inching inched|tick ticks ticking ticked|creep creeps creeping crept|nudge nudges nudging nudged|drift drifts drifting drifted|push pushes pushing pushed|move moves moving moved';

function formsOf(list: string, direction: Direction, needsParticle: boolean): (readonly [string, Move])[] {
  return list.split('|').flatMap((verb) => {
    const [bare = '', third = '', ing = '', ...past] = verb.trim().split(/\s+/);
    return [
      [bare, { direction, form: 'bare', needsParticle }] as const,
      [third, { direction, form: 'third', needsParticle }] as const,
      [ing, { direction, form: 'ing', needsParticle }] as const,
      ...past.map((word) => [word, { direction, form: 'past', needsParticle }] as const),
    ];
  });
}

/** Verbs of prices that move, by their forms. */
export const moveVerbs: ReadonlyMap<string, Move> = new Map([
  ...formsOf(verbs.down, 'down', false),
  ...formsOf(verbs.up, 'up', false),
  ...formsOf(particleVerbs, 'up', true),
]);

function directed(down: string, up: string): ReadonlyMap<string, Direction> {
  const of = (list: string, direction: Direction) => list.split(' ').map((word) => [word, direction] as const);
  return new Map([...of(down, 'down'), ...of(up, 'up')]);
}

/** Nouns of a move. "selloff" is also written as two words, joined or not. */
export const moveNouns = directed(
  'drop fall decline slide slump plunge tumble loss dip selloff rout retreat crash skid swoon tumble pullback drubbing slip losses declines drops falls',
  'gain rise climb jump surge rally advance rebound pop leap spike bounce gains advances rises',
);

/** "3% higher", "closed up". */
export const moveParticles = directed('lower down', 'higher up');

/** What sums of market value do. Those that prices do too are in `moveVerbs`. */
export const valueVerbs = directed(
  'shave shaves shaving shaved wipe wipes wiping wiped erase erases erasing erased cut cuts cutting slash slashes slashing slashed knock knocks knocking knocked evaporate evaporated evaporating vanish vanished vanishing destroy destroying destroyed burn burning burned vaporize vaporizing vaporized strip stripping stripped lop lopping lopped chop chopping chopped wipeout haircut',
  'create creating created regain regains regaining regained tack tacking tacked recoup recouping recouped',
);

/** Verbs that tell where a session ended. */
export const closingVerbs: ReadonlySet<string> = new Set(
  'closed ended finished settled closes ends finishes settles closing ending finishing settling close'.split(' '),
);
