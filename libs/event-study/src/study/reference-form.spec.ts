import { differences, notNumbers } from '../../test/close-to';
import { hardCases, hardPanel } from '../../test/hard-cases';
import { expectedStudies, modelNames, syntheticPanel, type ExpectedModel } from '../../test/synthetic-case';
import { complete } from './progress';
import { referenceForm } from './reference-form';

describe('the reference form', () => {
  it.each(Object.keys(modelNames) as ExpectedModel[])(
    'has every figure of the synthetic case as another program computes it, model %s',
    (model) => {
      const form = complete(referenceForm(syntheticPanel(modelNames[model])));
      const events = form.events.map((event) => ({ ...event, eventId: Number(event.eventId) }));
      expect(differences({ ...form, events }, expectedStudies[model])).toEqual([]);
    },
  );

  it.each(hardCases)('has every figure of a hard case: $name', (hard) => {
    const form = complete(referenceForm(hardPanel(hard)));
    expect(differences(form, hard.expected)).toEqual([]);
    expect(notNumbers(form)).toEqual([]);
  });

  it('needs the whole event window among the windows of the panel', () => {
    const panel = { ...syntheticPanel('market'), windows: [{ from: 0, to: 0 }] };
    expect(() => complete(referenceForm(panel))).toThrow('None of the panel');
  });
});
