/** The few sentences that the program says outside of its page, in the clerks' languages. */
import { type Language, languages } from "../../shared/api/values.ts";

/** `{detail}` is a path, a switch or a reference. */
export type SentenceName =
  | "alreadyRunning"
  | "newerData"
  | "foreignData"
  | "diskFull"
  | "readOnlyData"
  | "storageFailed"
  | "provisionUnreadable"
  | "provisionInvalid"
  | "optionRefused"
  | "unexpected"
  | "settingsSetAside"
  | "stillSending"
  | "keepWaiting";

const sentences: Record<Language, Record<SentenceName, string>> = {
  en: {
    alreadyRunning:
      "Counterfoil is open on this till already, perhaps under another login. This second copy ends.",
    newerData:
      "This till's data were written by a newer Counterfoil. Install that version again; nothing was changed.",
    foreignData:
      "The till's data folder holds something that is not Counterfoil's. Nothing was changed: {detail}",
    diskFull:
      "The disk is full, so nothing could be recorded. Make room and open Counterfoil again: {detail}",
    readOnlyData: "This login may not write to the till's data folder. Ask your IT department: {detail}",
    storageFailed:
      "The till's data could not be read or written. Ask your IT department to check the disk: {detail}",
    provisionUnreadable: "The file that sets up this till cannot be read: {detail}",
    provisionInvalid: "The file that sets up this till is not as it should be. Nothing was set up: {detail}",
    optionRefused: "Counterfoil does not take {detail}. It can be opened without it.",
    unexpected:
      "Counterfoil met an error and cannot go on. What was recorded is kept. Please tell support: {detail}",
    settingsSetAside: "The settings file was damaged. It is kept as {detail}",
    stillSending:
      "A payment is being sent. Counterfoil closes by itself as soon as the answer is recorded. Please leave the computer on.",
    keepWaiting: "Keep waiting",
  },
  sq: {
    alreadyRunning:
      "Counterfoil është tashmë i hapur në këtë arkë, ndoshta nga një përdorues tjetër. Kjo kopje e dytë mbyllet.",
    newerData:
      "Të dhënat e kësaj arke janë shkruar nga një Counterfoil më i ri. Instaloni përsëri atë version; asgjë nuk u ndryshua.",
    foreignData:
      "Dosja e të dhënave të arkës përmban diçka që nuk është e Counterfoil. Asgjë nuk u ndryshua: {detail}",
    diskFull:
      "Disku është plot, prandaj asgjë nuk u regjistrua dot. Lironi vend dhe hapni përsëri Counterfoil: {detail}",
    readOnlyData:
      "Ky përdorues nuk mund të shkruajë në dosjen e të dhënave të arkës. Pyesni departamentin e IT-së: {detail}",
    storageFailed:
      "Të dhënat e arkës nuk u lexuan ose nuk u shkruan dot. Kërkojini departamentit të IT-së të kontrollojë diskun: {detail}",
    provisionUnreadable: "Skedari që përgatit këtë arkë nuk lexohet dot: {detail}",
    provisionInvalid: "Skedari që përgatit këtë arkë nuk është si duhet. Asgjë nuk u përgatit: {detail}",
    optionRefused: "Counterfoil nuk pranon {detail}. Mund të hapet pa të.",
    unexpected:
      "Counterfoil hasi një gabim dhe nuk mund të vazhdojë. Ajo që u regjistrua ruhet. Njoftoni ndihmën: {detail}",
    settingsSetAside: "Skedari i cilësimeve ishte i dëmtuar. Ai ruhet si {detail}",
    stillSending:
      "Po dërgohet një pagesë. Counterfoil mbyllet vetë sapo përgjigjja të regjistrohet. Ju lutemi mos e fikni kompjuterin.",
    keepWaiting: "Prit",
  },
  ro: {
    alreadyRunning:
      "Counterfoil este deja deschis la această casă, poate sub alt utilizator. Această a doua copie se închide.",
    newerData:
      "Datele acestei case au fost scrise de un Counterfoil mai nou. Instalați din nou acea versiune; nimic nu a fost schimbat.",
    foreignData:
      "Dosarul cu datele casei conține ceva ce nu aparține de Counterfoil. Nimic nu a fost schimbat: {detail}",
    diskFull:
      "Discul este plin, deci nimic nu a putut fi înregistrat. Eliberați spațiu și deschideți din nou Counterfoil: {detail}",
    readOnlyData:
      "Acest utilizator nu poate scrie în dosarul cu datele casei. Adresați-vă departamentului IT: {detail}",
    storageFailed:
      "Datele casei nu au putut fi citite sau scrise. Cereți departamentului IT să verifice discul: {detail}",
    provisionUnreadable: "Fișierul care pregătește această casă nu poate fi citit: {detail}",
    provisionInvalid:
      "Fișierul care pregătește această casă nu este corect. Nimic nu a fost pregătit: {detail}",
    optionRefused: "Counterfoil nu acceptă {detail}. Poate fi deschis fără aceasta.",
    unexpected:
      "Counterfoil a întâlnit o eroare și nu poate continua. Ce a fost înregistrat se păstrează. Anunțați asistența: {detail}",
    settingsSetAside: "Fișierul cu setări era deteriorat. Se păstrează ca {detail}",
    stillSending:
      "Se trimite o plată. Counterfoil se închide singur imediat ce răspunsul este înregistrat. Vă rugăm să nu opriți calculatorul.",
    keepWaiting: "Așteaptă",
  },
  ru: {
    alreadyRunning:
      "Counterfoil уже открыт на этой кассе, возможно под другим пользователем. Эта вторая копия закрывается.",
    newerData:
      "Данные этой кассы записаны более новой версией Counterfoil. Установите ту версию снова; ничего не изменено.",
    foreignData:
      "В папке данных кассы лежит что-то, что не относится к Counterfoil. Ничего не изменено: {detail}",
    diskFull:
      "Диск заполнен, записать ничего нельзя. Освободите место и откройте Counterfoil снова: {detail}",
    readOnlyData: "Этот пользователь не может писать в папку данных кассы. Обратитесь в ИТ-отдел: {detail}",
    storageFailed:
      "Данные кассы не удалось прочитать или записать. Попросите ИТ-отдел проверить диск: {detail}",
    provisionUnreadable: "Файл настройки этой кассы не читается: {detail}",
    provisionInvalid: "Файл настройки этой кассы составлен неверно. Ничего не настроено: {detail}",
    optionRefused: "Counterfoil не принимает {detail}. Без этого он откроется.",
    unexpected:
      "В Counterfoil произошла ошибка, продолжать нельзя. Всё записанное сохранено. Сообщите поддержке: {detail}",
    settingsSetAside: "Файл настроек был повреждён. Он сохранён как {detail}",
    stillSending:
      "Отправляется платёж. Counterfoil закроется сам, как только ответ будет записан. Пожалуйста, не выключайте компьютер.",
    keepWaiting: "Подождать",
  },
  mk: {
    alreadyRunning:
      "Counterfoil е веќе отворен на оваа каса, можеби под друг корисник. Оваа втора копија се затвора.",
    newerData:
      "Податоците на оваа каса се запишани од понов Counterfoil. Инсталирајте ја повторно таа верзија; ништо не е променето.",
    foreignData:
      "Во папката со податоци на касата има нешто што не е на Counterfoil. Ништо не е променето: {detail}",
    diskFull:
      "Дискот е полн, па ништо не може да се запише. Ослободете простор и отворете го повторно Counterfoil: {detail}",
    readOnlyData:
      "Овој корисник не смее да запишува во папката со податоци на касата. Обратете се во ИТ-одделот: {detail}",
    storageFailed:
      "Податоците на касата не можат да се прочитаат или запишат. Побарајте ИТ-одделот да го провери дискот: {detail}",
    provisionUnreadable: "Датотеката што ја подготвува оваа каса не може да се прочита: {detail}",
    provisionInvalid: "Датотеката што ја подготвува оваа каса не е исправна. Ништо не е подготвено: {detail}",
    optionRefused: "Counterfoil не прифаќа {detail}. Може да се отвори без тоа.",
    unexpected:
      "Во Counterfoil настана грешка и не може да продолжи. Запишаното е зачувано. Јавете на поддршката: {detail}",
    settingsSetAside: "Датотеката со поставки беше оштетена. Зачувана е како {detail}",
    stillSending:
      "Се испраќа уплата. Counterfoil ќе се затвори сам штом одговорот биде запишан. Ве молиме не исклучувајте го компјутерот.",
    keepWaiting: "Почекај",
  },
};

/** The first of the system's languages that we speak; English otherwise. `preferred` are BCP 47 tags. */
export function languageOf(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const found = languages.find((language) => tag.toLowerCase().split(/[-_]/)[0] === language);
    if (found !== undefined) return found;
  }
  return "en";
}

export function sentence(language: Language, name: SentenceName, detail = ""): string {
  return sentences[language][name].replace("{detail}", () => detail);
}
