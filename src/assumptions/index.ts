export { court, enforce } from './court.ts';
export { credit, doubt, hazard, insolvency, prior, signals } from './debtor.ts';
export { collector, factor, goods, money, offset, relationship, sale, tax } from './exits.ts';
export { bargaining, enquiry, risk } from './judging.ts';
export { agreement, chasing_beside, mediating, sale_lien, supply_stop, surety } from './other_ways.ts';
export { acknowledging, counsel_letter, looking_again, running, scrivener, securing } from './procedure.ts';
export { contact, demand, dispute, plan, pursue, settle } from './pursuit.ts';
