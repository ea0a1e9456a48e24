import { Acts, Button, ClosedAct, DraftStatus } from '../../src/web/components/button.tsx'
import { Checkbox, Checkboxes, Radios, Select } from '../../src/web/components/choices.tsx'
import { refusedForm } from '../../src/web/components/form-state.ts'
import { AmountField, DayField, FileField, NumberField, TextArea, TextField } from '../../src/web/components/inputs.tsx'
import { Problems } from '../../src/web/components/problems.tsx'
import { Progress } from '../../src/web/components/progress.tsx'
import { PageHead, Section } from '../../src/web/components/section.tsx'
import { Shell } from '../../src/web/shell.tsx'
import { galleryView as view } from './view.ts'

const same = (sv: string): { sv: string; en: string } => ({ sv, en: sv })
const form = refusedForm(
  'sv',
  { amount: ['2,5 milj'], title: ['Stadsdelsvärdar i fem områden inkl. Centrum'], due: ['2021-06-01'], owner: ['integration'], read: ['ks'] },
  [
    { code: 'a', field: 'clause', text: same('Välj den beslutspunkt som ger uppdraget.'), mend: same('Bara ett beslut kan skapa ett uppdrag.') },
    { code: 'b', field: 'amount', text: same('Skriv beloppet med siffror i tkr, till exempel 2 500. Du skrev ”2,5 milj”.') },
    { code: 'c', field: 'financing', text: same('Ange hur utgiften ska finansieras.'), law: 'KL 11:15' },
    { code: 'd', field: 'due', text: same('Välj en sista dag efter i dag, 17 maj 2022. Du skrev 1 juni 2021.') },
    { code: 'e', text: same('Någon annan har ändrat uppdraget sedan du öppnade det.') },
  ],
)

/** A form that was refused: everything wrong at once, everything written kept. */
export const FormPage = () => (
  <Shell view={view} title="Nytt uppdrag" question={2} room="assignments">
    <PageHead kicker={<a href="#form">Uppdrag</a>} title="Nytt uppdrag" />
    <Problems form={form} title={() => 'Fem saker hindrar att uppdraget sparas'} />
    <form method="post" data-draft="/drafts/gallery">
      <Section id="decision" title="Beslutet" intro="Ett uppdrag finns bara om ett beslut har gett det.">
        <TextField
          form={form}
          name="clause"
          label="Beslutspunkt"
          hint="Sök på organ, datum eller paragraf."
          suggestions={['KF 2021-06-23 § 120 punkt 1', 'ALN 2022-01-25 § 4 punkt 2']}
        />
        <TextArea form={form} name="title" label="Uppdraget i en mening" rows={2} />
      </Section>
      <Section id="money" title="Pengarna" intro="Läses av controller och Kommunstyrelsen.">
        <AmountField form={form} name="amount" label="Belopp för 2022" hint="Tusental kronor, tkr." unit="tkr" />
        <Radios
          form={form}
          name="financing"
          label="Finansiering"
          choices={[
            { value: 'grant', label: 'Höjt kommunbidrag' },
            { value: 'within', label: 'Omdisponering inom nämndens ram', hint: 'Nämnden säger vad som får stå tillbaka.' },
            { value: 'state', label: 'Statsbidrag', disabled: true },
          ]}
        />
        <NumberField form={form} name="places" label="Platser" unit="platser" required={false} />
      </Section>
      <Section id="report" title="Återrapporten" intro="Begärs av fullmäktige. Läses av ledamöter, revisorer och invånare.">
        <DayField
          form={form}
          name="due"
          label="Sista dag"
          why="Uppgiften används i tertialrapporten och på den öppna tråden. Ingen annan blankett frågar om den igen."
        />
        <Select
          form={form}
          name="owner"
          label="Ansvarig"
          width="m"
          choices={[
            { value: 'integration', label: 'Enhetschef, Integration' },
            { value: 'jobb', label: 'Enhetschef, Jobb Borås' },
          ]}
        />
        <Checkboxes
          form={form}
          name="read"
          label="Läses av"
          required={false}
          choices={[
            { value: 'ks', label: 'Kommunstyrelsen' },
            { value: 'rev', label: 'Revisorerna' },
          ]}
        />
        <Checkbox form={form} name="open" label="Visas på den öppna tråden" hint="Utan personuppgifter." />
        <FileField form={form} name="file" label="Bilaga" required={false} />
        <DraftStatus>Utkast sparat kl. 10.42</DraftStatus>
        <Acts>
          <Button>Spara uppdraget</Button>
          <Button kind="second">Spara som utkast</Button>
          <Button kind="stop">Ta bort</Button>
          <a href="#form">Avbryt</a>
        </Acts>
        <ClosedAct id="fulfil" label="Förklara uppdraget fullgjort">
          Bara fullmäktige kan förklara uppdraget fullgjort. Välj ”Klart att pröva”, så lyfts det dit.
        </ClosedAct>
        <Progress id="p" label="Kallelsen sätts samman: 7 av 11 handlingar" done={7} of={11}>
          Du kan lämna sidan; arbetet fortsätter.
        </Progress>
      </Section>
    </form>
  </Shell>
)
