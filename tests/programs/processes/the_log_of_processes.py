import logging
import multiprocessing


def work():
    multiprocessing.get_logger().info('working')


if __name__ == '__main__':
    multiprocessing.log_to_stderr(logging.INFO)
    logger = multiprocessing.get_logger()
    logger.warning('beginning')
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
    logger.info('ended with %d', process.exitcode)
    print(logger.name, logger.level)
