import { canonicalKey } from '../model/canonical-key.ts';

/** By canonical key: `frameworks` is `framework`. */
const words = (text: string) => new Set(text.trim().split(/\s+/).map(canonicalKey));

/** Words that say nothing about a paper's subject: no topic begins or ends with one of them or is one of them. */
export const GENERIC_EDGES = words(`
  abilities ability able above absence advancement advancements according accurate active actual additional advanced advantage aforementioned
  alternative amount amounts ample an analogous approach approaches appropriate arising article articles
  aspect aspects attempt attractive author authors available average base baseline baselines becoming being
  benefit benefits best better big billion broad broader capabilities capability capable careful case cases
  central certain challenge challenges challenging clear code codes coherent combination common commonly
  comparable comparison comparisons competitive complete complex comprehensive comprising concept concepts
  concern concerns conclusion considerable consistent consisting consuming containing contribution
  contributions conventional core correct corresponding cost costs counterpart counterparts critical crucial
  curious current days decade deeper deliberate desirable desired detail detailed details development
  developments different difficult difficulty distinct diverse dozens due e.g easy effect effective
  effectiveness effects efficacy efficient effort efforts eight emerging empirical encounter end enormous
  entire essential et everyday evidence example examples exceeding excellent excessive exhibit existing
  expensive experiment experimental experiments explicit extensive extent extra fact factor factors families
  family fast faster fewer final finding findings first five flexible following form forms four framework
  frameworks frequent fresh full fundamental further future gain gains gap gaps general given goal goals good
  great greater greedy growing hand hands hard having help high higher highly huge hundred hundreds i.e idea
  ideas impact implementation implementations implication implications important impressive improved
  improvement improvements including increase increases increasing individual informative inherent initial
  insight insights instance instances interest interesting introduction involving issue issues judicious key
  kind known lack large-scale larger largest last latest latter lead leading less likely limitation
  limitations limited little longest lot low lower main major making manner many margin massive means method
  methodology methods meticulous million millions minimal minor modern modest more most much multiple narrow
  natural nature necessary need needs new next nine notable notion novel number numbers numerous observation
  observations offering one ones option order original other others outcome outcomes overall overview own page
  pages paper papers paradigm paradigms part particular particularly parts past people percent performance
  performances perspective perspectives plausible poor popular possible potential powerful practical practice
  practices practitioners precise preliminary presence present previous primary principle principles prior
  problem problems procedure procedures progress project prominent promising proper properties property
  proposed providing purpose purposes quality quantity range ranges rapid rate rates real real-world realistic
  reason reasonable recent recipe regarding relevant reliable remarkable report reports requirement
  requirements requiring research researcher researchers respective result resulting results rich rigorous
  robust role same satisfactory scenario scenarios second sense setting settings setup setups seven several
  severe short show side-effect side-effects significant sim similar simple simpler single situation six size
  sizes small smaller smallest solution solutions something sophisticated specific stage stages standard
  standards start state-of-the-art statement step steps straightforward strategies strategy strength strengths
  strong stronger studies study subsequent subset subsets substantial success successes successful such
  sufficient suitable superior survey systematic task tasks technical technique techniques ten term terms
  theoretical thing things third thorough thousands three today tool tools top total traditional true two type
  types typical ultimate underlying unified unique unknown unprecedented usage use useful user users using
  utility valid variant variants variety various vast version versions viable view views vital way ways weaker
  well-known whole wide widespread work works world worse year years yield
`);

/** Words that are topics only together with others: `training` and `model` say little, `language model` much. */
export const GENERIC_ALONE = words(`
  abilities ability accumulation accuracy activation answering characterization cohesiveness compressing
  decomposition derivation measurement mistake mistakes mystery portion reduction stream action actions activities activity adaptation advances adversarial
  agent agnostic algorithm algorithms analysis application applications architecture architectures area areas
  assessment assumption attack attacks attempt attempts attention attribute attributes axis behavior benchmark
  benchmarks budget building calibrated challenge change changes class classes cloud collection communities
  community component components computation computing condition conditions construction content context
  control corpus correlation cross-domain data dataset datasets decision decisions deep demonstration density
  design detection device devices difference differences dimension direction directions distribution domain
  domain-agnostic domains downstream dynamics edge edges editing energy ensemble entities entity environment
  environments equivariant error errors estimation evaluation evaluations evolution existence experience
  expert experts exploration extraction feature features feedback field fields focus format formats foundation
  function functions generating generation generator gradient graph graphs group groups guarantees guidance
  human humans image images impacts importance increase index information input inputs instruction interact
  interaction interactions interface investigation investment item items keyword keywords knowledge label
  labels language languages law laws layer layers learner learning length level levels library light limit
  limits line link links location locations long longer loss losses low-resource machine math measure measures
  mechanism mechanisms memorization memory metric metrics mixture mode model modeling models module modules
  multi-step multi-task multiple network networks neural node nodes noise object objective objectives objects
  offer open-source operation operations optimization output outputs pair pairs parameter parameters part
  pattern patterns pipeline pipelines point points policy power prediction predictions price process processes
  processing product program programs project projects prompt prompts prospect protocol queries query question
  questions real-time reasoning recipe reference region regions relationship relationships release replication
  representation representations resource resources response responses review reviews reward rewards sample
  samples sampling scale scaling scene scenes scheme schemes science score scores search selection sentence
  sentences sequence sequences series service set sets shape shift shot side signal signals similarity
  single-task site sites skill skills software source sources space speed stability state step stories story
  structure structures student style suite supervision support system systems tag tags target targets teacher
  team test test-time tests text texts theory time times token tokens toolkit topic topics trade-off
  trade-offs tradeoff tradeoffs traffic training trajectory transfer transformation travel treatment trend
  trends understanding understandings update updates user-friendly validation value values variable variables
  video videos vision weight weights word words work workflow workflows
`);

/** Gerunds that are the verb of a title and no part of its topic: *Building* graph foundation models. */
export const TITLE_VERBS = words(`
  achieving adapting addressing advancing aligning analyzing applying assessing balancing benchmarking boosting
  breaking bridging building characterizing combining comparing consisting demystifying designing detecting
  determining developing discovering enabling encouraging enhancing ensuring establishing estimating evaluating
  examining expanding exploiting exploring extending facilitating finding formalizing generating guiding having
  identifying improving including incorporating increasing integrating introducing investigating leveraging making
  measuring mitigating obtaining optimizing overcoming preserving promoting providing pushing reducing requiring
  resulting rethinking revealing revisiting selecting showing simplifying solving studying supporting tackling
  towards uncovering understanding unifying unleashing unlocking unraveling unveiling using utilizing
`);
