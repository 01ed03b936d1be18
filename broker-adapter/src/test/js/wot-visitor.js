// Consumes the description at an address with node-wot, reads a property, invokes an action with an input.
// Arguments: address, property, action, input as JSON.
const { Servient } = require('@node-wot/core');
const { HttpClientFactory } = require('@node-wot/binding-http');

const [url, property, action, input] = process.argv.slice(2);
(async () => {
  const servient = new Servient();
  servient.addClientFactory(new HttpClientFactory());
  const wot = await servient.start();
  const thing = await wot.consume(await wot.requestThingDescription(url));
  console.log('read ' + JSON.stringify(await (await thing.readProperty(property)).value()));
  await thing.invokeAction(action, JSON.parse(input));
  console.log('invoked');
  process.exit(0);
})().catch((failure) => {
  console.log('failed ' + failure);
  process.exit(1);
});
