/** The words of the agreement in the five languages. `{…}` marks what is filled in. */
import type { AgreementLanguage } from "./books.ts";

export interface AgreementTexts {
  readonly title: string;
  readonly reference: string;
  readonly date: string;
  readonly lender: string;
  readonly client: string;
  readonly fatherName: string;
  readonly pin: string;
  readonly birthDate: string;
  readonly document: string;
  readonly address: string;
  readonly phone: string;
  readonly office: string;
  readonly conditions: string;
  readonly principal: string;
  readonly months: string;
  readonly monthlyPayment: string;
  readonly total: string;
  readonly firstRepayment: string;
  readonly schedule: string;
  readonly number: string;
  readonly dueDate: string;
  readonly amount: string;
  readonly balance: string;
  readonly terms: string;
  readonly clauses: readonly string[];
  readonly signatures: string;
  readonly signatureClient: string;
  readonly signatureLender: string;
  readonly page: string;
  readonly training: string;
}

const eng: AgreementTexts = {
  title: "Consumer loan agreement",
  reference: "Loan reference",
  date: "Date",
  lender: "Lender",
  client: "Client",
  fatherName: "Father's name",
  pin: "Personal number",
  birthDate: "Date of birth",
  document: "Identity document",
  address: "Address",
  phone: "Phone",
  office: "Concluded at",
  conditions: "Conditions of the loan",
  principal: "Amount of the loan",
  months: "Period in months",
  monthlyPayment: "Monthly payment",
  total: "Total to be repaid",
  firstRepayment: "First repayment",
  schedule: "Repayment schedule",
  number: "No.",
  dueDate: "Due date",
  amount: "Instalment",
  balance: "Remaining after it",
  terms: "Terms",
  clauses: [
    "The lender grants the client the loan named above in cash. The client receives it at the partner's office after the lender has checked the signed agreement.",
    "The client repays the loan in the instalments of the repayment schedule. Payments cover the instalments in their order, from the first to the last, whatever the date on which they are made.",
    "The client may repay the loan at any office of the partner, in part or in whole, before it is due. Every payment is confirmed by a receipt.",
    "The client confirms that the personal data given in the application are true and agrees that the lender processes them to assess and service the loan.",
    "The client has the right to withdraw from the agreement within fourteen days by returning the amount received.",
    "The agreement is made in two copies, one for each party.",
  ],
  signatures: "Signatures",
  signatureClient: "Client (name, date, signature)",
  signatureLender: "For the lender (name, date, signature)",
  page: "Page {page} of {pages}",
  training: "Training document. It binds nobody.",
};

const alb: AgreementTexts = {
  title: "Kontratë kredie konsumatore",
  reference: "Numri i referencës së kredisë",
  date: "Data",
  lender: "Kredidhënësi",
  client: "Klienti",
  fatherName: "Atësia",
  pin: "Numri personal",
  birthDate: "Datëlindja",
  document: "Dokumenti i identitetit",
  address: "Adresa",
  phone: "Telefoni",
  office: "Lidhur në",
  conditions: "Kushtet e kredisë",
  principal: "Shuma e kredisë",
  months: "Afati në muaj",
  monthlyPayment: "Kësti mujor",
  total: "Totali për t'u shlyer",
  firstRepayment: "Pagesa e parë",
  schedule: "Plani i shlyerjes",
  number: "Nr.",
  dueDate: "Data e pagesës",
  amount: "Kësti",
  balance: "Mbetja pas pagesës",
  terms: "Kushtet e përgjithshme",
  clauses: [
    "Kredidhënësi i jep klientit kredinë e përmendur më sipër në para të gatshme. Klienti e merr atë në zyrën e partnerit pasi kredidhënësi të ketë kontrolluar kontratën e nënshkruar.",
    "Klienti e shlyen kredinë me këstet e planit të shlyerjes. Pagesat mbulojnë këstet sipas radhës, nga i pari te i fundit, pavarësisht nga data kur kryhen.",
    "Klienti mund ta shlyejë kredinë para afatit, pjesërisht ose plotësisht, në çdo zyrë të partnerit. Çdo pagesë vërtetohet me një faturë.",
    "Klienti vërteton se të dhënat personale në kërkesë janë të sakta dhe pranon që kredidhënësi t'i përpunojë ato për vlerësimin dhe administrimin e kredisë.",
    "Klienti ka të drejtë të tërhiqet nga kontrata brenda katërmbëdhjetë ditëve duke kthyer shumën e marrë.",
    "Kontrata përpilohet në dy kopje, nga një për secilën palë.",
  ],
  signatures: "Nënshkrimet",
  signatureClient: "Klienti (emri, data, nënshkrimi)",
  signatureLender: "Për kredidhënësin (emri, data, nënshkrimi)",
  page: "Faqja {page} nga {pages}",
  training: "Dokument trajnimi. Nuk detyron askënd.",
};

const rom: AgreementTexts = {
  title: "Contract de credit de consum",
  reference: "Numărul de referință al creditului",
  date: "Data",
  lender: "Creditorul",
  client: "Clientul",
  fatherName: "Patronimicul",
  pin: "Codul personal",
  birthDate: "Data nașterii",
  document: "Actul de identitate",
  address: "Adresa",
  phone: "Telefon",
  office: "Încheiat la",
  conditions: "Condițiile creditului",
  principal: "Suma creditului",
  months: "Termenul în luni",
  monthlyPayment: "Plata lunară",
  total: "Total de rambursat",
  firstRepayment: "Prima plată",
  schedule: "Graficul de rambursare",
  number: "Nr.",
  dueDate: "Scadența",
  amount: "Rata",
  balance: "Sold după plată",
  terms: "Condiții generale",
  clauses: [
    "Creditorul acordă clientului în numerar creditul menționat mai sus. Clientul îl primește la oficiul partenerului după ce creditorul a verificat contractul semnat.",
    "Clientul rambursează creditul în ratele din graficul de rambursare. Plățile acoperă ratele în ordinea lor, de la prima la ultima, indiferent de data la care sunt făcute.",
    "Clientul poate rambursa creditul înainte de termen, parțial sau integral, la orice oficiu al partenerului. Fiecare plată este confirmată prin chitanță.",
    "Clientul confirmă că datele personale din cerere sunt adevărate și este de acord ca creditorul să le prelucreze pentru evaluarea și deservirea creditului.",
    "Clientul are dreptul să se retragă din contract în termen de paisprezece zile, restituind suma primită.",
    "Contractul este întocmit în două exemplare, câte unul pentru fiecare parte.",
  ],
  signatures: "Semnături",
  signatureClient: "Clientul (numele, data, semnătura)",
  signatureLender: "Pentru creditor (numele, data, semnătura)",
  page: "Pagina {page} din {pages}",
  training: "Document de instruire. Nu obligă pe nimeni.",
};

const rus: AgreementTexts = {
  title: "Договор потребительского кредита",
  reference: "Номер кредита",
  date: "Дата",
  lender: "Кредитор",
  client: "Клиент",
  fatherName: "Отчество",
  pin: "Персональный код",
  birthDate: "Дата рождения",
  document: "Документ, удостоверяющий личность",
  address: "Адрес",
  phone: "Телефон",
  office: "Заключён в",
  conditions: "Условия кредита",
  principal: "Сумма кредита",
  months: "Срок в месяцах",
  monthlyPayment: "Ежемесячный платёж",
  total: "Всего к погашению",
  firstRepayment: "Первый платёж",
  schedule: "График погашения",
  number: "№",
  dueDate: "Срок платежа",
  amount: "Платёж",
  balance: "Остаток после платежа",
  terms: "Общие условия",
  clauses: [
    "Кредитор предоставляет клиенту указанный выше кредит наличными. Клиент получает его в отделении партнёра после того, как кредитор проверил подписанный договор.",
    "Клиент погашает кредит платежами по графику погашения. Платежи покрывают взносы по порядку, от первого к последнему, независимо от даты внесения.",
    "Клиент может погасить кредит досрочно, частично или полностью, в любом отделении партнёра. Каждый платёж подтверждается квитанцией.",
    "Клиент подтверждает, что персональные данные в заявке верны, и согласен на их обработку кредитором для оценки и обслуживания кредита.",
    "Клиент вправе отказаться от договора в течение четырнадцати дней, вернув полученную сумму.",
    "Договор составлен в двух экземплярах, по одному для каждой стороны.",
  ],
  signatures: "Подписи",
  signatureClient: "Клиент (имя, дата, подпись)",
  signatureLender: "За кредитора (имя, дата, подпись)",
  page: "Страница {page} из {pages}",
  training: "Учебный документ. Никого не обязывает.",
};

const mac: AgreementTexts = {
  title: "Договор за потрошувачки кредит",
  reference: "Референтен број на кредитот",
  date: "Датум",
  lender: "Кредитодавач",
  client: "Клиент",
  fatherName: "Татково име",
  pin: "Матичен број",
  birthDate: "Датум на раѓање",
  document: "Документ за идентификација",
  address: "Адреса",
  phone: "Телефон",
  office: "Склучен во",
  conditions: "Услови на кредитот",
  principal: "Износ на кредитот",
  months: "Рок во месеци",
  monthlyPayment: "Месечна рата",
  total: "Вкупно за враќање",
  firstRepayment: "Прва уплата",
  schedule: "План за отплата",
  number: "Бр.",
  dueDate: "Датум на доспевање",
  amount: "Рата",
  balance: "Остаток по уплатата",
  terms: "Општи услови",
  clauses: [
    "Кредитодавачот му го дава на клиентот горенаведениот кредит во готовина. Клиентот го прима во канцеларијата на партнерот откако кредитодавачот ќе го провери потпишаниот договор.",
    "Клиентот го враќа кредитот во ратите од планот за отплата. Уплатите ги покриваат ратите по ред, од првата до последната, без оглед на датумот на уплатата.",
    "Клиентот може да го врати кредитот предвреме, делумно или целосно, во секоја канцеларија на партнерот. Секоја уплата се потврдува со признаница.",
    "Клиентот потврдува дека личните податоци во барањето се точни и се согласува кредитодавачот да ги обработува за процена и водење на кредитот.",
    "Клиентот има право да се откаже од договорот во рок од четиринаесет дена со враќање на примениот износ.",
    "Договорот е составен во два примерока, по еден за секоја страна.",
  ],
  signatures: "Потписи",
  signatureClient: "Клиент (име, датум, потпис)",
  signatureLender: "За кредитодавачот (име, датум, потпис)",
  page: "Страница {page} од {pages}",
  training: "Документ за обука. Никого не обврзува.",
};

export const agreementTexts: Readonly<Record<AgreementLanguage, AgreementTexts>> = {
  alb,
  rom,
  rus,
  mac,
  eng,
};
