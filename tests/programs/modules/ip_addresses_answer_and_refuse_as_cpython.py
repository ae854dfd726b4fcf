import ipaddress
import pickle


def show(function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
        print(repr(list(result) if hasattr(result, '__next__') else result))
    except Exception as error:
        print(type(error).__name__, error)


TEXTS = ['192.0.2.1', '0.0.0.0', '255.255.255.255', '10.1.2.3', '127.0.0.1', '169.254.1.1', '224.0.0.1', '100.64.0.1', '8.8.8.8', '::', '::1',
         '2001:db8::1', 'fe80::1', 'ff02::1', '::ffff:192.0.2.1', '2002:c000:204::', '2001:0:4136:e378:8000:63bf:3fff:fdd2', 'fec0::1',
         '1:2:3:4:5:6:7:8', '1:0:0:4:0:0:0:8', '0:0:1::', '64:ff9b::1.2.3.4']
for text in TEXTS:
    address = ipaddress.ip_address(text)
    print(repr(address), str(address), int(address), address.packed, address.exploded, address.compressed, address.reverse_pointer, address.version,
          address.max_prefixlen, f'{address:s}|{address:b}|{address:#x}|{address:_n}|{address:>45s}')
    print([name for name in ('is_multicast', 'is_private', 'is_global', 'is_unspecified', 'is_reserved', 'is_loopback', 'is_link_local')
           if getattr(address, name)], pickle.loads(pickle.dumps(address)) == address)
    if address.version == 6:
        print(address.ipv4_mapped, address.teredo, address.sixtofour, address.is_site_local, address.scope_id)
for text in ['', '1', '1.2.3', '1.2.3.4.5', '1.2.3.256', '01.2.3.4', 'a.b.c.d', '1.2.3.4/24', '1..2.3', '1.2.3.1234', ':', ':::', '1::2::3',
             '12345::', 'g::', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', ':1:2:3:4:5:6:7', '1:2:3:4:5:6:7:', '::1.2.3', '%', '::%', '1:2:3:4:5:6:7::8']:
    show(ipaddress.ip_address, text)
    show(ipaddress.IPv4Address, text)
    show(ipaddress.IPv6Address, text)
for value in (0, 1, 2**32 - 1, 2**32, 2**128, -1, b'\x01\x02\x03\x04', bytes(16), b'123', 1.5, None):
    show(ipaddress.ip_address, value)
    show(ipaddress.IPv4Address, value)
    show(ipaddress.IPv6Address, value)
zoned = ipaddress.ip_address('fe80::1%eth0')
print(repr(zoned), zoned.scope_id, int(zoned), zoned == ipaddress.ip_address('fe80::1'), zoned.is_link_local)
a, b = ipaddress.ip_address('10.0.0.1'), ipaddress.ip_address('10.0.0.2')
print(a < b, a <= b, a == b, a != b, a + 1 == b, b - 1 == a, {a: 1}[ipaddress.ip_address('10.0.0.1')], sorted([b, a]), max(a, b))
show(lambda: a < ipaddress.ip_address('::1'))
show(lambda: a < 3)
show(lambda: a + 'x')
show(lambda: ipaddress.ip_address('255.255.255.255') + 1)
for text in ['192.0.2.0/24', '10.0.0.0/8', '192.0.2.0/255.255.255.0', '192.0.2.0/0.0.0.255', '192.0.2.1/32', '192.0.2.0/31', '0.0.0.0/0', '2001:db8::/32',
             '::1/128', '::/0', '192.0.2.64/26', '127.0.0.0/8', 'ff00::/8']:
    network = ipaddress.ip_network(text)
    print(repr(network), network.network_address, network.broadcast_address, network.netmask, network.hostmask, network.prefixlen,
          network.num_addresses, network.with_netmask, network.with_hostmask, network.exploded, network[0], network[-1])
    print([name for name in ('is_multicast', 'is_private', 'is_global', 'is_unspecified', 'is_reserved', 'is_loopback', 'is_link_local')
           if getattr(network, name)], list(zip(range(3), network.hosts())), list(zip(range(3), network.subnets(2))) if network.prefixlen < 31 else '',
          network.supernet(), hash(network) == hash(ipaddress.ip_network(text)))
for text in ['192.0.2.1/24', '192.0.2.0/33', '192.0.2.0/-1', '192.0.2.0/x', '192.0.2.0/255.0.255.0', '192.0.2.0/24/1', 'x/24', '::1/64', '::/129', '::/ffff::',
             '192.0.2.0/']:
    show(ipaddress.ip_network, text)
    show(ipaddress.ip_network, text, False)
    show(ipaddress.IPv4Network, text)
network = ipaddress.ip_network('192.0.2.0/28')
show(network.subnets, new_prefix=30)
show(network.subnets, 1, 27)
show(network.subnets, new_prefix=33)
show(network.subnets, -1)
show(network.supernet, new_prefix=20)
show(network.supernet, 40)
show(network.supernet, new_prefix=30)
show(network.address_exclude, ipaddress.ip_network('192.0.2.5/32'))
show(network.address_exclude, ipaddress.ip_network('10.0.0.0/8'))
show(lambda: network[16])
print(ipaddress.ip_address('192.0.2.5') in network, ipaddress.ip_address('::1') in network, network.overlaps(ipaddress.ip_network('192.0.2.8/29')),
      ipaddress.ip_network('192.0.2.8/29').subnet_of(network), network.supernet_of(ipaddress.ip_network('192.0.2.8/29')),
      network.compare_networks(ipaddress.ip_network('10.0.0.0/8')), len(list(network)), ipaddress.ip_network(('10.0.0.0', 8)), ipaddress.ip_network((10 << 24, 8)))
show(network.subnet_of, ipaddress.ip_network('::/0'))
for text in ['192.0.2.5/24', '192.0.2.5', '2001:db8::5/64', '10.0.0.5/255.0.0.0']:
    interface = ipaddress.ip_interface(text)
    print(repr(interface), interface.ip, interface.network, interface.netmask, interface.hostmask, interface.with_prefixlen, interface.with_netmask,
          interface.with_hostmask, interface.exploded, interface == ipaddress.ip_interface(text), interface < ipaddress.ip_interface(interface.ip + 1))
show(ipaddress.ip_interface, 'x/3')
show(ipaddress.summarize_address_range, ipaddress.ip_address('192.0.2.1'), ipaddress.ip_address('192.0.2.130'))
show(ipaddress.summarize_address_range, ipaddress.ip_address('0.0.0.0'), ipaddress.ip_address('255.255.255.255'))
show(ipaddress.summarize_address_range, b, a)
show(ipaddress.collapse_addresses, [ipaddress.ip_network(text) for text in ('192.0.2.0/25', '192.0.2.128/25', '192.0.3.0/24', '10.0.0.0/8', '10.1.0.0/16')])
show(ipaddress.collapse_addresses, [a, b, ipaddress.ip_address('10.0.0.3')])
show(ipaddress.collapse_addresses, [])
print(sorted([ipaddress.ip_network('10.0.0.0/8'), ipaddress.ip_address('::1'), a, ipaddress.ip_network('::/0')], key=ipaddress.get_mixed_type_key))
print(ipaddress.v4_int_to_packed(1), ipaddress.v6_int_to_packed(1))
show(ipaddress.v4_int_to_packed, 2**32)
for text in ('192.0.0.8', '192.0.0.9', '192.0.0.100', '64:ff9b:1::1', '2001:1::1', '2001:3::1', '2001:20::1', '2001:10::1', '2001:40::1', '3fff::1'):
    print(text, ipaddress.ip_address(text).is_private, ipaddress.ip_address(text).is_global)
for text in ('192.0.0.8/30', '192.0.0.9/32', '192.0.0.0/24', '2001:20::/28', '100.64.0.0/10'):
    print(text, ipaddress.ip_network(text).is_private, ipaddress.ip_network(text).is_global)
