/** The sample of interswitch-lending-customer-status.txt as data. */

/** "Sample Response (success)", its curly quotes made straight. */
export const SAMPLE = {
  responseCode: "00",
  responseMessage: "Successful",
  loans: [
    {
      id: 159,
      offerId: "0001",
      customerId: "2348124888436",
      providerId: 205,
      providerCode: "ABC",
      channelId: 1,
      channelCode: "CHONE",
      status: "Open",
      amount: 100000,
      amountPayable: 110000,
      tenure: 30,
      dueDate: null,
      terms: "Please read the terms and conditions on https://onefi.com/terms",
      currency: "566",
      customerDebitMethod: 80,
      customerCreditMethod: 52,
      providerLoanId: "0001",
      interest: 12.5,
      dateCreated: 1496420509847,
    },
  ],
};
