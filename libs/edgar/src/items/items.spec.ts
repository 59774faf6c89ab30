import { itemTitled, kindOfItems, titleOfItem } from './items';

describe('the kind of an 8-K', () => {
  it.each([
    [['2.02', '9.01'], 'earnings'],
    [['1.01', '9.01'], 'deal'],
    [['2.01'], 'deal'],
    [['5.02'], 'leadership'],
    [['7.01'], 'other'],
    [['8.01', '9.01'], 'other'],
    [['9.01'], 'other'],
    [[], 'other'],
    [['99.99'], 'other'],
  ])('with the items %j is %s', (items, kind) => {
    expect(kindOfItems(items)).toBe(kind);
  });

  it('with several items is the strongest of theirs, in whatever order they stand', () => {
    expect(kindOfItems(['8.01', '5.02', '2.02', '1.01'])).toBe('earnings');
    expect(kindOfItems(['7.01', '5.02', '1.01'])).toBe('deal');
    expect(kindOfItems(['7.01', '5.02'])).toBe('leadership');
  });

  it('of before August 2004 follows from the items of that time', () => {
    expect(kindOfItems(['12', '7'])).toBe('earnings');
    expect(kindOfItems(['2', '7'])).toBe('deal');
    expect(kindOfItems(['5', '7'])).toBe('other');
  });
});

describe('an item', () => {
  it('has a title', () => {
    expect(titleOfItem('2.02')).toBe('Results of Operations and Financial Condition');
    expect(titleOfItem('77')).toBeUndefined();
  });

  it.each([
    ['Results of Operations and Financial Condition', '2.02'],
    [
      'Departure of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers: Compensatory Arrangements of Certain Officers',
      '5.02',
    ],
    [
      'Creation of a Direct Financial Obligation or an Obligation under an Off-Balance Sheet Arrangement of a Registrant',
      '2.03',
    ],
    ['Regulation FD Disclosure', '7.01'],
    ['Other Events', '8.01'],
    ['Entry into a Material Definitive Agreement', '1.01'],
    ['Completion of Acquisition or Disposition of Assets', '2.01'],
    ['Material Modifications to Rights of Security Holders', '3.03'],
    ['Amendments to Articles of Incorporation or Bylaws; Change in Fiscal Year', '5.03'],
    ["Amendments to the Registrant's Code of Ethics, or Waiver of a Provision of the Code of Ethics", '5.05'],
    ['Something that nobody has heard of', undefined],
  ])('is known by what headers call it: %s', (title, item) => {
    expect(itemTitled(title)).toBe(item);
  });
});
