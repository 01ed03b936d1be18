// A lamp that node-wot exposes over HTTP; prints the address of its description. Ends with its input.
const net = require('net');
const { Servient } = require('@node-wot/core');
const { HttpServer } = require('@node-wot/binding-http');

const probe = net.createServer().listen(0, '127.0.0.1', () => {
  const port = probe.address().port;
  probe.close(() => expose(port));
});

async function expose(port) {
  const base = `http://127.0.0.1:${port}`;
  const servient = new Servient();
  servient.addServer(new HttpServer({ port, address: '127.0.0.1', baseUri: base }));
  const wot = await servient.start();
  const lamp = await wot.produce({
    id: 'urn:foreign:lamp',
    title: 'Foreign lamp',
    '@type': 'Light',
    securityDefinitions: { none: { scheme: 'nosec' } },
    security: 'none',
    properties: {
      power: { type: 'boolean', '@type': 'OnOffProperty', observable: true },
      brightness: { type: 'integer', unit: 'percent', minimum: 0, maximum: 100 },
    },
    actions: { toggle: {} },
  });
  const state = { power: false, brightness: 20 };
  for (const name of Object.keys(state)) {
    lamp.setPropertyReadHandler(name, async () => state[name]);
    lamp.setPropertyWriteHandler(name, async (value) => {
      state[name] = await value.value();
    });
  }
  lamp.setActionHandler('toggle', async () => {
    state.power = !state.power;
    return undefined;
  });
  await lamp.expose();
  console.log(`url ${base}/foreign-lamp`);
}
process.stdin.resume().on('end', () => process.exit(0));
