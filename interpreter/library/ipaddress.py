"""Addresses and networks of IPv4 and IPv6."""

import functools

IPV4LENGTH, IPV6LENGTH = 32, 128


class AddressValueError(ValueError):
    """What is wrong with an address."""


class NetmaskValueError(ValueError):
    """What is wrong with a netmask."""


def _of_any_version(address, fourth, sixth, what, *more):
    for kind in (fourth, sixth):
        try:
            return kind(address, *more)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 {what}')


def ip_address(address):
    return _of_any_version(address, IPv4Address, IPv6Address, 'address')


def ip_network(address, strict=True):
    return _of_any_version(address, IPv4Network, IPv6Network, 'network', strict)


def ip_interface(address):
    return _of_any_version(address, IPv4Interface, IPv6Interface, 'interface')


def v4_int_to_packed(address):
    try:
        return address.to_bytes(4, 'big')
    except OverflowError:
        raise ValueError("Address negative or too large for IPv4")


def v6_int_to_packed(address):
    try:
        return address.to_bytes(16, 'big')
    except OverflowError:
        raise ValueError("Address negative or too large for IPv6")


def get_mixed_type_key(obj):
    """A key for sorting addresses and networks together."""
    if isinstance(obj, _Network):
        return obj._version, obj.network_address, obj.netmask
    if isinstance(obj, _Address):
        return obj._version, obj
    return NotImplemented


def summarize_address_range(first, last):
    """The fewest networks that cover the addresses from `first` to `last`."""
    if not (isinstance(first, _Address) and isinstance(last, _Address)):
        raise TypeError('first and last must be IP addresses, not networks')
    if first._version != last._version:
        raise TypeError("%s and %s are not of the same version" % (first, last))
    if first > last:
        raise ValueError('last IP address must be greater than first')
    network = IPv4Network if first._version == 4 else IPv6Network
    at, end, bits = first._ip, last._ip, first._max_prefixlen
    while at <= end:
        free = bits if at == 0 else (at & -at).bit_length() - 1
        size = min(free, (end - at + 1).bit_length() - 1)
        yield network((at, bits - size))
        at += 1 << size


def collapse_addresses(addresses):
    """The fewest networks that cover all the addresses and networks given."""
    ranges = []
    for each in addresses:
        network = each if isinstance(each, _Network) else each.network if hasattr(each, 'network') else None
        first, last = (network.network_address, network.broadcast_address) if network else (each, each)
        if ranges and ranges[-1][0]._version != first._version:
            raise TypeError("%s and %s are not of the same version" % (each, ranges[-1][0]))
        ranges.append((first, last))
    ranges.sort(key=lambda pair: (pair[0]._ip, pair[1]._ip))
    merged = []
    for first, last in ranges:
        if merged and first._ip <= merged[-1][1]._ip + 1:
            merged[-1][1] = max(merged[-1][1], last)
        else:
            merged.append([first, last])
    return (network for first, last in merged for network in summarize_address_range(first, last))


# --- what both versions have -----------------------------------------------------------------------------------------


def _split_mask(address):
    """(address, mask or None) of what a network or interface is made from."""
    if isinstance(address, (bytes, int)):
        return address, None
    if isinstance(address, tuple):
        return address if len(address) == 2 else (address[0], None)
    parts = str(address).split('/')
    if len(parts) > 2:
        raise AddressValueError(f"Only one '/' permitted in {address!r}")
    return parts[0], parts[1] if len(parts) == 2 else None


class _Base:
    __slots__ = ()

    @property
    def exploded(self):
        return self._exploded()

    @property
    def compressed(self):
        return str(self)

    @property
    def version(self):
        return self._version

    @property
    def max_prefixlen(self):
        return self._max_prefixlen

    def __repr__(self):
        return '%s(%r)' % (type(self).__name__, str(self))

    def _check_comparable(self, other):
        if self._version != other._version:
            raise TypeError('%s and %s are not of the same version' % (self, other))


@functools.total_ordering
class _Address(_Base):
    __slots__ = ()

    def __init__(self, address):
        if isinstance(address, int):
            if address < 0:
                raise AddressValueError("%d (< 0) is not permitted as an IPv%d address" % (address, self._version))
            if address >> self._max_prefixlen:
                raise AddressValueError("%d (>= 2**%d) is not permitted as an IPv%d address" % (
                    address, self._max_prefixlen, self._version))
            self._ip = address
        elif isinstance(address, bytes):
            wanted = self._max_prefixlen // 8
            if len(address) != wanted:
                raise AddressValueError("%r (len %d != %d) is not permitted as an IPv%d address" % (
                    address, len(address), wanted, self._version))
            self._ip = int.from_bytes(address, 'big')
        else:
            text = str(address)
            if '/' in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            self._ip = self._read(text)

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        try:
            return self._ip == other._ip and self._version == other._version and self._zone() == other._zone()
        except AttributeError:
            return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        self._check_comparable(other)
        return self._ip < other._ip

    def __add__(self, number):
        return type(self)(int(self) + number) if isinstance(number, int) else NotImplemented

    def __sub__(self, number):
        return type(self)(int(self) - number) if isinstance(number, int) else NotImplemented

    def __hash__(self):
        return hash(hex(self._ip))

    def __str__(self):
        return str(self._show(self._ip))

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __format__(self, form):
        if not form or form[-1] == 's':
            return format(str(self), form)
        kind, rest = form[-1], form[:-1]
        if kind == 'n':
            kind = 'b' if self._version == 4 else 'x'
        if kind not in 'bxX' or rest not in ('', '#', '_', '#_'):
            return super().__format__(form)
        digits = self._max_prefixlen // (1 if kind == 'b' else 4)
        text = format(self._ip, f'0{digits + (digits // 4 - 1 if "_" in rest else 0)}{"_" if "_" in rest else ""}{kind}')
        return ('0' + kind if '#' in rest else '') + text

    def _zone(self):
        return None

    def _exploded(self):
        return str(self)

    @property
    def packed(self):
        return self._ip.to_bytes(self._max_prefixlen // 8, 'big')

    @property
    def reverse_pointer(self):
        return self._reversed()

    def _within(self, names):
        return any(self in network for network in _networks(self._version, names))

    @property
    def is_multicast(self):
        return self._within('multicast')

    @property
    def is_link_local(self):
        return self._within('link_local')

    @property
    def is_reserved(self):
        return self._within('reserved')

    @property
    def is_private(self):
        return self._within('private') and not self._within('public')

    @property
    def is_unspecified(self):
        return self._ip == 0


@functools.total_ordering
class _Network(_Base):
    def __init__(self, address, strict=True):
        address, mask = _split_mask(address)
        self.network_address = self._address_class(address)
        self._prefixlen = self._read_mask(self._max_prefixlen if mask is None else mask)
        self.netmask = self._address_class(self._mask())
        rest = int(self.network_address) & ~int(self.netmask)
        if rest and strict:
            raise ValueError('%s has host bits set' % self)
        if rest:
            self.network_address = self._address_class(int(self.network_address) & int(self.netmask))

    def _mask(self):
        return (1 << self._max_prefixlen) - (1 << self._max_prefixlen - self._prefixlen)

    @classmethod
    def _read_prefix(cls, mask):
        if isinstance(mask, int):
            number = mask
        elif str(mask).isascii() and str(mask).isdigit():
            number = int(mask)
        else:
            return None
        if not 0 <= number <= cls._max_prefixlen:
            raise NetmaskValueError('%r is not a valid netmask' % mask if isinstance(mask, int) else f'{mask!r} is not a valid netmask')
        return number

    @property
    def prefixlen(self):
        return self._prefixlen

    @functools.cached_property
    def broadcast_address(self):
        return self._address_class(int(self.network_address) | int(self.hostmask))

    @functools.cached_property
    def hostmask(self):
        return self._address_class((1 << self._max_prefixlen - self._prefixlen) - 1)

    @property
    def num_addresses(self):
        return 1 << self._max_prefixlen - self._prefixlen

    @property
    def with_prefixlen(self):
        return '%s/%d' % (self.network_address, self._prefixlen)

    @property
    def with_netmask(self):
        return '%s/%s' % (self.network_address, self.netmask)

    @property
    def with_hostmask(self):
        return '%s/%s' % (self.network_address, self.hostmask)

    def __str__(self):
        return self.with_prefixlen

    def _exploded(self):
        return '%s/%d' % (self.network_address.exploded, self._prefixlen)

    def __iter__(self):
        first = int(self.network_address)
        return (self._address_class(first + i) for i in range(self.num_addresses))

    def __getitem__(self, index):
        if not -self.num_addresses <= index < self.num_addresses:
            raise IndexError('address out of range')
        return self._address_class(int(self.network_address) + (index + self.num_addresses if index < 0 else index))

    def __contains__(self, other):
        if self._version != other._version or isinstance(other, _Network):
            return False
        return other._ip & self.netmask._ip == self.network_address._ip

    def __eq__(self, other):
        try:
            return (self._version == other._version and self.network_address == other.network_address
                    and int(self.netmask) == int(other.netmask))
        except AttributeError:
            return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        self._check_comparable(other)
        return (self.network_address, self.netmask) < (other.network_address, other.netmask)

    def __hash__(self):
        return hash(int(self.network_address) ^ int(self.netmask))

    def __reduce__(self):
        return self.__class__, (str(self),)

    def compare_networks(self, other):
        self._check_comparable(other)
        own, others = (self.network_address, self.netmask), (other.network_address, other.netmask)
        return (own > others) - (own < others)

    def _get_networks_key(self):
        return self._version, self.network_address, self.netmask

    def overlaps(self, other):
        return (other.network_address in self or other.broadcast_address in self or self.network_address in other
                or self.broadcast_address in other)

    def hosts(self):
        """The addresses that a machine may have: all but the first and, for IPv4, the last."""
        first, last = int(self.network_address), int(self.broadcast_address)
        if self._prefixlen >= self._max_prefixlen - 1:
            return [self._address_class(each) for each in range(first, last + 1)]
        return (self._address_class(each) for each in range(first + 1, last + (self._version == 6)))

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        """The networks inside whose prefixes are longer."""
        if self._prefixlen == self._max_prefixlen:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError('new prefix must be longer')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError('prefix length diff must be > 0')
        prefix = self._prefixlen + prefixlen_diff
        if prefix > self._max_prefixlen:
            raise ValueError('prefix length diff %d is invalid for netblock %s' % (prefix, self))
        for first in range(int(self.network_address), int(self.broadcast_address) + 1, 1 << self._max_prefixlen - prefix):
            yield type(self)((first, prefix))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        """The network around it whose prefix is shorter."""
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError('new prefix must be shorter')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = self._prefixlen - new_prefix
        prefix = self._prefixlen - prefixlen_diff
        if prefix < 0:
            raise ValueError('current prefixlen is %d, cannot have a prefixlen_diff of %d' % (self._prefixlen, prefixlen_diff))
        return type(self)((int(self.network_address), prefix), strict=False)

    def _is_subnet_of(self, inner, outer):
        if inner._version != outer._version:
            raise TypeError(f"{inner} and {outer} are not of the same version")
        return outer.network_address <= inner.network_address and outer.broadcast_address >= inner.broadcast_address

    def subnet_of(self, other):
        return self._is_subnet_of(self, other)

    def supernet_of(self, other):
        return self._is_subnet_of(other, self)

    def address_exclude(self, other):
        """The networks that are left of this one without another one inside it."""
        self._check_comparable(other)
        if not isinstance(other, _Network):
            raise TypeError("%s is not a network object" % other)
        if not other.subnet_of(self):
            raise ValueError('%s not contained in %s' % (other, self))
        rest = self
        while rest != other:
            first, second = rest.subnets()
            inside, outside = (first, second) if other.subnet_of(first) else (second, first)
            yield outside
            rest = inside

    def _lies_in(self, names):
        return any(self.network_address in network and self.broadcast_address in network
                   for network in _networks(self._version, names))

    @property
    def is_multicast(self):
        return self.network_address.is_multicast and self.broadcast_address.is_multicast

    @property
    def is_reserved(self):
        return self.network_address.is_reserved and self.broadcast_address.is_reserved

    @property
    def is_link_local(self):
        return self.network_address.is_link_local and self.broadcast_address.is_link_local

    @property
    def is_private(self):
        return self._lies_in('private') and not self._lies_in('public')

    @property
    def is_global(self):
        return not self.is_private

    @property
    def is_unspecified(self):
        return self.network_address.is_unspecified and self.broadcast_address.is_unspecified

    @property
    def is_loopback(self):
        return self.network_address.is_loopback and self.broadcast_address.is_loopback


class _Interface:
    """An address together with the network that it is in."""

    def __init__(self, address):
        plain, mask = _split_mask(address)
        super().__init__(plain)
        self.network = self._network_class((plain, mask if mask is not None else self._max_prefixlen), strict=False)
        self.netmask = self.network.netmask
        self._prefixlen = self.network._prefixlen

    @property
    def ip(self):
        return self._network_class._address_class(self._ip)

    @property
    def hostmask(self):
        return self.network.hostmask

    def __str__(self):
        return '%s/%d' % (super().__str__(), self._prefixlen)

    def _exploded(self):
        return '%s/%d' % (self.ip.exploded, self._prefixlen)

    def __eq__(self, other):
        same = super().__eq__(other)
        if same is NotImplemented or not same:
            return same
        try:
            return self.network == other.network
        except AttributeError:
            return False

    def __lt__(self, other):
        less = super().__lt__(other)
        if less is NotImplemented:
            return NotImplemented
        try:
            return self.network < other.network or self.network == other.network and less
        except AttributeError:
            return False

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))

    @property
    def with_prefixlen(self):
        return '%s/%s' % (self.ip, self._prefixlen)

    @property
    def with_netmask(self):
        return '%s/%s' % (self.ip, self.netmask)

    @property
    def with_hostmask(self):
        return '%s/%s' % (self.ip, self.hostmask)


# --- version 4 -------------------------------------------------------------------------------------------------------


class _V4:
    __slots__ = ()
    _version = 4
    _max_prefixlen = IPV4LENGTH

    @staticmethod
    def _read(text):
        if not text:
            raise AddressValueError('Address cannot be empty')
        octets = text.split('.')
        if len(octets) != 4:
            raise AddressValueError("Expected 4 octets in %r" % text)
        number = 0
        for octet in octets:
            try:
                number = number << 8 | _V4._read_octet(octet)
            except ValueError as error:
                raise AddressValueError("%s in %r" % (error, text)) from None
        return number

    @staticmethod
    def _read_octet(octet):
        if not octet:
            raise ValueError("Empty octet not permitted")
        if not (octet.isascii() and octet.isdigit()):
            raise ValueError("Only decimal digits permitted in %r" % octet)
        if len(octet) > 3:
            raise ValueError("At most 3 characters permitted in %r" % octet)
        if octet != '0' and octet[0] == '0':
            raise ValueError("Leading zeros are not permitted in %r" % octet)
        if int(octet) > 255:
            raise ValueError("Octet %d (> 255) not permitted" % int(octet))
        return int(octet)

    @staticmethod
    def _show(number):
        return '.'.join(map(str, number.to_bytes(4, 'big')))


class IPv4Address(_V4, _Address):
    """An address of version 4, from text, a number or four octets."""

    __slots__ = ('_ip', '__weakref__')

    def _reversed(self):
        return '.'.join(reversed(str(self._show(self._ip)).split('.'))) + '.in-addr.arpa'

    @property
    def is_global(self):
        return not self._within('shared') and not self.is_private

    @property
    def is_loopback(self):
        return self._within('loopback')


class IPv4Network(_V4, _Network):
    """A network of version 4: '192.0.2.0/24', or with a netmask or hostmask behind the slash."""

    _address_class = IPv4Address

    @classmethod
    def _read_mask(cls, mask):
        prefix = cls._read_prefix(mask)
        if prefix is not None:
            return prefix
        try:
            number = cls._read(str(mask))
        except AddressValueError:
            raise NetmaskValueError(f'{mask!r} is not a valid netmask') from None
        inverse = number ^ 0xffffffff
        if inverse & inverse + 1 == 0:  # ones, then zeros
            return 32 - inverse.bit_length()
        if number & number + 1 == 0:  # the other way round
            return 32 - number.bit_length()
        raise NetmaskValueError(f'{mask!r} is not a valid netmask')

    @property
    def is_global(self):
        return not self._lies_in('shared') and not self.is_private


class IPv4Interface(_Interface, IPv4Address):
    """An address of version 4 with its network."""

    _network_class = IPv4Network


# --- version 6 -------------------------------------------------------------------------------------------------------


class _V6:
    __slots__ = ()
    _version = 6
    _max_prefixlen = IPV6LENGTH

    @classmethod
    def _read(cls, text):
        if not text:
            raise AddressValueError('Address cannot be empty')
        parts = text.split(':')
        if len(parts) < 3:
            raise AddressValueError("At least 3 parts expected in %r" % text)
        if '.' in parts[-1]:
            try:
                fourth = _V4._read(parts.pop())
            except AddressValueError as error:
                raise AddressValueError("%s in %r" % (error, text)) from None
            parts += ['%x' % (fourth >> 16), '%x' % (fourth & 0xffff)]
        if len(parts) > 9:
            raise AddressValueError("At most 8 colons permitted in %r" % text)
        return cls._join(cls._fill(parts, text), text)

    @staticmethod
    def _fill(parts, text):
        """Eight parts: zeros take the place of '::'."""
        gaps = [i for i in range(1, len(parts) - 1) if not parts[i]]
        if len(gaps) > 1:
            raise AddressValueError("At most one '::' permitted in %r" % text)
        if not gaps:
            if len(parts) != 8:
                raise AddressValueError("Exactly 8 parts expected without '::' in %r" % text)
            if not parts[0]:
                raise AddressValueError("Leading ':' only permitted as part of '::' in %r" % text)
            if not parts[-1]:
                raise AddressValueError("Trailing ':' only permitted as part of '::' in %r" % text)
            return parts
        high, low = parts[:gaps[0]], parts[gaps[0] + 1:]
        if not high[0]:
            high = high[1:]
            if high:
                raise AddressValueError("Leading ':' only permitted as part of '::' in %r" % text)
        if not low[-1]:
            low = low[:-1]
            if low:
                raise AddressValueError("Trailing ':' only permitted as part of '::' in %r" % text)
        if len(high) + len(low) > 7:
            raise AddressValueError("Expected at most 7 other parts with '::' in %r" % text)
        return high + ['0'] * (8 - len(high) - len(low)) + low

    @staticmethod
    def _join(parts, text):
        number = 0
        for part in parts:
            if not part or not all(digit in '0123456789abcdefABCDEF' for digit in part):
                raise AddressValueError("Only hex digits permitted in %r in %r" % (part, text))
            if len(part) > 4:
                raise AddressValueError("At most 4 characters permitted in %r in %r" % (part, text))
            number = number << 16 | int(part, 16)
        return number

    @staticmethod
    def _show(number):
        parts = ['%x' % (number >> shift & 0xffff) for shift in range(112, -1, -16)]
        best, size, i = 0, 1, 0
        while i < 8:
            run = 0
            while i + run < 8 and parts[i + run] == '0':
                run += 1
            if run > size:
                best, size = i, run
            i += run or 1
        if size == 1:
            return ':'.join(parts)
        return ':'.join(parts[:best]) + '::' + ':'.join(parts[best + size:])


class IPv6Address(_V6, _Address):
    """An address of version 6, from text, a number or sixteen octets."""

    __slots__ = ('_ip', '_scope_id', '__weakref__')

    def __init__(self, address):
        self._scope_id = None
        if not isinstance(address, (int, bytes)):
            text, percent, scope = str(address).partition('%')
            if percent and (not scope or '%' in scope):
                raise AddressValueError('Invalid IPv6 address: "%r"' % str(address))
            address, self._scope_id = text, scope if percent else None
        super().__init__(address)

    def __str__(self):
        text = self._show(self._ip)
        return text + '%' + self._scope_id if self._scope_id else text

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def _zone(self):
        return self._scope_id

    def _exploded(self):
        digits = '%032x' % self._ip
        return ':'.join(digits[i:i + 4] for i in range(0, 32, 4))

    def _reversed(self):
        return '.'.join(reversed('%032x' % self._ip)) + '.ip6.arpa'

    @property
    def scope_id(self):
        return self._scope_id

    @property
    def is_site_local(self):
        return self._within('site_local')

    @property
    def is_private(self):
        mapped = self.ipv4_mapped
        return mapped.is_private if mapped is not None else self._within('private') and not self._within('public')

    @property
    def is_global(self):
        return not self.is_private

    @property
    def is_loopback(self):
        return self._ip == 1

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xffffffff) if self._ip >> 32 == 0xffff else None

    @property
    def teredo(self):
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xffffffff), IPv4Address(~self._ip & 0xffffffff)

    @property
    def sixtofour(self):
        return IPv4Address(self._ip >> 80 & 0xffffffff) if self._ip >> 112 == 0x2002 else None


class IPv6Network(_V6, _Network):
    """A network of version 6: '2001:db8::/32'."""

    _address_class = IPv6Address

    @classmethod
    def _read_mask(cls, mask):
        prefix = cls._read_prefix(mask)
        if prefix is None:
            raise NetmaskValueError(f'{mask!r} is not a valid netmask')
        return prefix

    @property
    def is_site_local(self):
        return self.network_address.is_site_local and self.broadcast_address.is_site_local


class IPv6Interface(_Interface, IPv6Address):
    """An address of version 6 with its network."""

    _network_class = IPv6Network

    @property
    def is_loopback(self):
        return super().is_loopback and self.network.is_loopback


# --- networks of special meaning (RFC 5735, 6890 and others) ---------------------------------------------------------

_SPECIAL = {
    (4, 'private'): '0.0.0.0/8 10.0.0.0/8 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.0.170/31 192.0.2.0/24 '
                    '192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4 255.255.255.255/32',
    (4, 'public'): '192.0.0.9/32 192.0.0.10/32',  # though in a private one
    (4, 'shared'): '100.64.0.0/10',
    (4, 'multicast'): '224.0.0.0/4',
    (4, 'reserved'): '240.0.0.0/4',
    (4, 'link_local'): '169.254.0.0/16',
    (4, 'loopback'): '127.0.0.0/8',
    (6, 'private'): '::1/128 ::/128 ::ffff:0:0/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 fc00::/7 fe80::/10',
    (6, 'public'): '2001:1::1/128 2001:1::2/128 2001:3::/32 2001:4:112::/48 2001:20::/28 2001:30::/28',
    (6, 'multicast'): 'ff00::/8',
    (6, 'reserved'): '::/8 100::/8 200::/7 400::/6 800::/5 1000::/4 4000::/3 6000::/3 8000::/3 A000::/3 C000::/3 E000::/4 F000::/5 '
                     'F800::/6 FE00::/9',
    (6, 'link_local'): 'fe80::/10',
    (6, 'site_local'): 'fec0::/10',
}


@functools.lru_cache(None)
def _networks(version, name):
    kind = IPv4Network if version == 4 else IPv6Network
    return [kind(text) for text in _SPECIAL[version, name].split()]
