import threading, time
class BarberShop:
    def __init__(self, chairs):
        self.chairs, self.waiting = chairs, 0
        self.mutex, self.customer, self.barber = threading.Lock(), threading.Semaphore(0), threading.Semaphore(0)
        self.served, self.turned_away = 0, 0
    def work(self, customers):
        while self.served + self.turned_away < customers:
            if not self.customer.acquire(timeout=0.05):
                continue
            with self.mutex:
                self.waiting -= 1
            self.barber.release()
            time.sleep(0.001)
            with self.mutex:
                self.served += 1
    def visit(self):
        with self.mutex:
            if self.waiting == self.chairs:
                self.turned_away += 1
                return
            self.waiting += 1
        self.customer.release()
        self.barber.acquire()
shop = BarberShop(2)
barber = threading.Thread(target=shop.work, args=(6,))
customers = [threading.Thread(target=shop.visit) for _ in range(6)]
barber.start()
for c in customers: c.start()
for c in customers: c.join()
barber.join()
print(shop.served + shop.turned_away, shop.served >= 1, shop.waiting)
