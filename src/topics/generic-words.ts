import { canonicalKey } from '../model/canonical-key.ts';

/** By canonical key: `frameworks` is `framework`. */
const words = (text: string) => new Set(text.trim().split(/\s+/).map(canonicalKey));

/** Words that say nothing about a paper's subject: no topic is one of them or ends with one. */
export const GENERIC_EDGES = words(`
  ability able above absence according accurate active actual additional advanced advancement advantage
  aforementioned alternative amount ample an analogous approach appropriate arising article aspect attempt
  attractive author available average base baseline becoming being benefit best better big billion broad broader
  capability capable careful case central certain challenge challenging clear code coherent combination common
  commonly comparable comparison competitive complete complex comprehensive comprising concept concern
  conclusion considerable consistent consisting consuming containing contribution conventional core correct
  corresponding cost counterpart critical crucial curious current days decade deeper deliberate desirable
  desired detail detailed development different difficult difficulty distinct diverse dozens due e.g easy effect
  effective effectiveness efficacy efficient effort eight emerging empirical encounter end enormous entire
  essential et everyday evidence example exceeding excellent excessive exhibit existing expensive experiment
  experimental explicit extensive extent extra fact factor family fast faster fewer final finding first five
  flexible following form four framework frequent fresh full fundamental further future gain gap general given
  goal good great greater greedy growing hand hard having help high higher highly huge hundred i.e idea impact
  implementation implication important impressive improved improvement including increase increasing individual
  informative inherent initial insight instance interest interesting introduction involving issue judicious key
  kind known lack large-scale larger largest last latest latter lead leading less likely limitation limited
  little longest lot low lower main major making manner many margin massive means method methodology meticulous
  million minimal minor modern modest more most much multiple narrow natural nature necessary need new next nine
  notable notion novel number numerous observation offering one option order original other outcome overall
  overview own page paper paradigm part particular particularly past people percent performance perspective
  plausible poor popular possible potential powerful practical practice practitioners precise preliminary
  presence present previous primary principle prior problem procedure progress project prominent promising
  proper property proposed providing purpose quality quantity range rapid rate real real-world realistic reason
  reasonable recent recipe regarding relevant reliable remarkable report requirement requiring research
  researcher respective result resulting rich rigorous robust role same satisfactory scenario second sense
  setting setup seven several severe short show side-effect significant sim similar simple simpler single
  situation six size small smaller smallest solution something sophisticated specific stage standard start
  state-of-the-art statement step straightforward strategy strength strong stronger study subsequent subset
  substantial success successful such sufficient suitable superior survey systematic task technical technique
  ten term theoretical thing third thorough thousands three today tool top total traditional true two type
  typical ultimate underlying unified unique unknown unprecedented usage use useful user using utility valid
  variant variety various vast version viable view vital way weaker well-known whole wide widespread work world
  worse year yield
`);

/** Words that are topics only together with others: `training` and `model` say little, `language model` much. */
export const GENERIC_ALONE = words(`
  ability accumulation accuracy action activation activity adaptation advances adversarial agent agnostic
  algorithm analysis answering application architecture area assessment assumption attack attempt attention
  attribute axis behavior benchmark budget building calibrated challenge change characterization class cloud
  cohesiveness collection community component compressing computation computing condition construction content
  context control corpus correlation cross-domain data dataset decision decomposition deep demonstration density
  derivation design detection device difference dimension direction distribution domain domain-agnostic
  downstream dynamics edge editing energy ensemble entity environment equivariant error estimation evaluation
  evolution existence experience expert exploration extraction feature feedback field focus format foundation
  function generating generation generator gradient graph group guarantees guidance human image impacts
  importance increase index information input instruction interact interaction interface investigation
  investment item keyword knowledge label language law layer learner learning length level library light limit
  line link location long longer loss low-resource machine math measure measurement mechanism memorization
  memory metric mistake mixture mode model modeling module multi-step multi-task multiple mystery network neural
  node noise object objective offer open-source operation optimization output pair parameter part pattern
  pipeline point policy portion power prediction price process processing product program project prompt
  prospect protocol query question real-time reasoning recipe reduction reference region relationship release
  replication representation resource response review reward sample sampling scale scaling scene scheme science
  score search selection sentence sequence series service set shape shift shot side signal similarity
  single-task site skill software source space speed stability state step story stream structure student style
  suite supervision support system tag target teacher team test test-time text theory time token toolkit topic
  trade-off tradeoff traffic training trajectory transfer transformation travel treatment trend understanding
  update user-friendly validation value variable video vision weight word work workflow
`);

/** Gerunds that are the verb of a title and no part of its topic: *Building* graph foundation models. */
export const TITLE_VERBS = words(`
  achieving adapting addressing advancing aligning analyzing applying assessing balancing benchmarking boosting
  breaking bridging building characterizing combining comparing consisting demystifying designing detecting
  determining developing discovering enabling encouraging enhancing ensuring establishing estimating evaluating
  examining expanding exploiting exploring extending facilitating finding formalizing generating guiding having
  identifying improving including incorporating increasing integrating introducing investigating leveraging
  making measuring mitigating obtaining optimizing overcoming preserving promoting providing pushing reducing
  requiring resulting rethinking revealing revisiting selecting showing simplifying solving studying supporting
  tackling towards uncovering understanding unifying unleashing unlocking unraveling unveiling using utilizing
`);
